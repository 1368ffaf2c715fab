package dev.spoolmark.transfer.format.netflix;

import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The viewing history that Netflix offers for one profile (titles and days), or its archive of all data of an account
/// (titles and times of all profiles, thumbs, lists).
public final class NetflixFormat implements ImportFormat {

    private static final String DATE_ORDER = "date-order";
    private static final String PROFILE = "profile";

    /// Whether thumbs become scores.
    private static final String THUMBS = "thumbs-as-ratings";

    /// An account has at most five; old ones may be in the files, too.
    private static final int MAX_PROFILES = 50;

    @Override
    public String key() {
        return "netflix";
    }

    @Override
    public String title() {
        return "Netflix";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !new NetflixMembers(file).isEmpty();
    }

    @Override
    public List<ImportQuestion> questions(ImportFile file, ImportOptions options) {
        NetflixMembers members = new NetflixMembers(file);
        List<ImportQuestion> questions = new ArrayList<>();
        members.histories().stream()
                .map(member -> NetflixHistory.guess(file, member))
                .filter(guess -> guess.order().isEmpty())
                .findFirst()
                .map(NetflixFormat::dateOrder)
                .ifPresent(questions::add);
        List<String> profiles = profiles(file, members);
        if (profiles.size() > 1) {
            questions.add(new ImportQuestion(PROFILE, true, profiles, ""));
        }
        if (!members.ratings().isEmpty()) {
            questions.add(new ImportQuestion(THUMBS, false, List.of("no", "yes"), ""));
        }
        return questions;
    }

    private static ImportQuestion dateOrder(NetflixOrderGuess guess) {
        List<String> choices =
                Stream.of(NetflixDateOrder.values()).map(NetflixDateOrder::key).toList();
        return new ImportQuestion(DATE_ORDER, true, choices, guess.example());
    }

    /// In the order in which they are in the files.
    private static List<String> profiles(ImportFile file, NetflixMembers members) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(members.activity(), members.myList(), members.ratings())
                .flatMap(List::stream)
                .forEach(member -> CsvTable.of(file, member).forEach(row -> {
                    if (names.size() < MAX_PROFILES && !row.get("profile name").isEmpty()) {
                        names.add(row.get("profile name"));
                    }
                }));
        return List.copyOf(names);
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        NetflixMembers members = new NetflixMembers(file);
        Optional<NetflixDateOrder> answer = options.answer(DATE_ORDER).flatMap(NetflixDateOrder::find);
        for (String member : members.histories()) {
            NetflixHistory.read(
                    file, member, NetflixHistory.guess(file, member).order().or(() -> answer), sink);
        }
        Optional<String> profile = options.answer(PROFILE);
        NetflixActivity activity = new NetflixActivity(file, profile, sink);
        members.activity().forEach(activity::read);
        NetflixLibrary library = new NetflixLibrary(file, profile, sink);
        members.ratings().forEach(member -> library.ratings(member, options.isYes(THUMBS)));
        members.myList().forEach(library::myList);
    }
}
