package dev.spoolmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Set;
import org.junit.platform.commons.annotation.Testable;

/// Names of test methods are plain sentences; CONTRIBUTING.md describes them.
@AnalyzeClasses(packages = "dev.spoolmark", importOptions = ImportOption.OnlyIncludeTests.class)
class TestNamesTest {

    private static final int MAX_LENGTH = 75;

    /// Words with a standard term instead: a response is returned, not told; a client is anonymous, not a
    /// stranger.
    private static final Set<String> PRIVATE_WORDS = Set.of(
            "anew",
            "anybody",
            "ask",
            "asked",
            "asks",
            "deed",
            "deeds",
            "door",
            "everybody",
            "gate",
            "given",
            "house",
            "however",
            "lately",
            "let",
            "lets",
            "moment",
            "said",
            "say",
            "says",
            "shelf",
            "shelves",
            "somebody",
            "stranger",
            "strangers",
            "tell",
            "tells",
            "thing",
            "things",
            "told",
            "turn",
            "turns",
            "whatever",
            "whoever",
            "whom",
            "wish",
            "wishes");

    @ArchTest
    static final ArchRule test_names_are_plain_sentences =
            methods().that().areMetaAnnotatedWith(Testable.class).should(havePlainNames());

    private static ArchCondition<JavaMethod> havePlainNames() {
        return new ArchCondition<>("have at most " + MAX_LENGTH + " characters and no word in " + PRIVATE_WORDS) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getName().length() > MAX_LENGTH) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is too long"));
                }
                for (String word : method.getName().split("(?=[A-Z])|_", -1)) {
                    if (PRIVATE_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " contains '" + word + "'"));
                    }
                }
            }
        };
    }
}
