package kz.uzdik.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;

/**
 * Parts of office documents as streams of XML, by the JDK's own reader whatever others lie about. Such parts have no
 * document type (ECMA-376-2 §8.1.4), so that nothing in them can grow or point outside; the JDK bounds depth, names and
 * attributes.
 */
final class XmlParts {

    private static final XMLInputFactory FACTORY = factory();

    private XmlParts() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Takes one start of an element after another. */
    interface Starts {

        /** {@code xml} stands at the start of an element. */
        void at(XMLStreamReader xml) throws XMLStreamException;
    }

    /** Hands every start of an element in {@code part} to {@code starts}; an {@link UnfitException} where it is no XML. */
    static void read(byte[] part, Starts starts) throws IOException {
        try {
            XMLStreamReader xml;
            synchronized (FACTORY) {
                xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
            }
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.START_ELEMENT -> starts.at(xml);
                    case XMLStreamReader.DTD -> throw new UnfitException(Kind.ACTIVE_CONTENT);
                    default -> {
                        // only elements tell something
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new UnfitException(Kind.UNREADABLE_ENTRY);
        }
    }
}
