package dev.spoolmark.transfer.format.netflix;

import dev.spoolmark.core.AsciiNumber;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words for seasons, parts and episodes in the languages of Netflix.
final class NetflixTerms {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String SEASON_WORD = "(?:Season|Series|Staffel|Saison|Temporada|Stagione|Seizoen|Säsong|Sæson"
            + "|Sesong|Sezon|Kausi|Évad|Сезон|シーズン|시즌)";
    private static final String PART_WORD = "(?:Part|Volume|Vol\\.|Chapter|Book|Collection|Teil|Buch|Kapitel|Partie"
            + "|Chapitre|Livre|Parte|Capítulo|Capitulo|Libro|Livro|Capitolo|Volumen|Deel|Hoofdstuk|Boek|Del|Część|Księga"
            + "|Bölüm|Kısım|パート|파트)";
    private static final String EPISODE_WORD = "(?:Episode|Ep\\.|Folge|Épisode|Episodio|Episódio|Aflevering|Avsnitt"
            + "|Afsnit|Odcinek|Jakso|Epizód|Серия|エピソード|에피소드)";

    private static final Pattern SEASON = Pattern.compile(
            SEASON_WORD + "\\s*(\\d{1,4})(?!\\d)(?:\\s.*)?|(\\d{1,4})\\.\\s*" + SEASON_WORD + "|第\\s?(\\d{1,4})\\s?季",
            FLAGS);
    private static final Pattern LIMITED = Pattern.compile(
            "Limited Series|Mini-?series?|Mini-?serie|Mini-?série|Série limitée|Minissérie|Serie limitada|Miniserial"
                    + "|Mini Dizi|リミテッドシリーズ",
            FLAGS);
    private static final Pattern PART =
            Pattern.compile(PART_WORD + "\\s*(\\d{1,3})|(\\d{1,3})\\.\\s*" + PART_WORD, FLAGS);
    private static final Pattern NUMBERED =
            Pattern.compile("(?:" + EPISODE_WORD + "|" + PART_WORD + ")\\s*(\\d{1,4})(?!\\d)(?:\\s*[:.–-].*)?", FLAGS);
    private static final Pattern APPENDED =
            Pattern.compile("(.*\\S)\\s*\\((?:" + EPISODE_WORD + ")\\s*(\\d{1,4})\\)", FLAGS | Pattern.DOTALL);

    private NetflixTerms() {}

    /// The season that a part of a title names; a limited series has one. Empty if it names none.
    static OptionalInt season(String part) {
        return LIMITED.matcher(part).matches() ? OptionalInt.of(1) : number(SEASON.matcher(part));
    }

    /// The same for words that are in titles of movies, too, such as `Part 2`.
    static OptionalInt part(String part) {
        return number(PART.matcher(part));
    }

    /// The number in the name of an episode, such as `Episode 7` and `Part 2: Noon`.
    static OptionalInt numberIn(String episode) {
        return number(NUMBERED.matcher(episode));
    }

    /// A title without the number of the episode behind it, and that number.
    record NumberedTitle(String title, int number) {}

    /// @return empty if no number was appended
    static Optional<NumberedTitle> appended(String title) {
        Matcher matcher = APPENDED.matcher(title);
        return matcher.matches()
                ? Optional.of(new NumberedTitle(matcher.group(1), AsciiNumber.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    private static OptionalInt number(Matcher matcher) {
        if (matcher.matches()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    return OptionalInt.of(AsciiNumber.parseInt(matcher.group(group)));
                }
            }
        }
        return OptionalInt.empty();
    }
}
