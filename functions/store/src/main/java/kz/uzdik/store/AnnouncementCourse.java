package kz.uzdik.store;

import java.util.List;
import java.util.Optional;

/**
 * A stage's announcements and the corrections between them.
 *
 * @param announcements by their numbers, from 1 without gaps
 * @param corrections by the numbers of the announcements that they correct
 */
public record AnnouncementCourse(List<Announcement> announcements, List<Correction> corrections) {
    public AnnouncementCourse {
        announcements = List.copyOf(announcements);
        corrections = List.copyOf(corrections);
    }

    /** The announcement that holds: the last, also while it is being corrected. */
    public Optional<Announcement> holding() {
        return announcements.isEmpty() ? Optional.empty() : Optional.of(announcements.getLast());
    }

    /** The announcement with {@code number}. */
    public Optional<Announcement> numbered(int number) {
        return announcements.stream().filter(one -> one.number() == number).findFirst();
    }

    /** The correction that was opened and not announced yet. */
    public Optional<Correction> open() {
        return corrections.stream()
                .filter(correction -> correction.number() == announcements.size())
                .findFirst();
    }

    /** Whether an announcement holds and is not being corrected. */
    public boolean isClosed() {
        return !announcements.isEmpty() && open().isEmpty();
    }
}
