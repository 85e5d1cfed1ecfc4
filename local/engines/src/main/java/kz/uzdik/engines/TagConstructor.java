package kz.uzdik.engines;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads CloudFormation's short tags as the functions they stand for: {@code !Sub x} as {@code Fn::Sub: x}. */
final class TagConstructor extends SafeConstructor {

    TagConstructor() {
        super(options());
        yamlMultiConstructors.put("!", new Tag());
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private final class Tag extends AbstractConstruct {

        @Override
        public Object construct(Node node) {
            var name = node.getTag().getValue().substring(1);
            var function = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
            return Map.of(function, argument(name, node));
        }

        private Object argument(String name, Node node) {
            return switch (node) {
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                case ScalarNode scalar
                when name.equals("GetAtt") -> List.of(scalar.getValue().split("\\.", 2));
                case ScalarNode scalar -> scalar.getValue();
                default -> throw new TemplateException(node.getStartMark().toString(), "cannot be read");
            };
        }
    }
}
