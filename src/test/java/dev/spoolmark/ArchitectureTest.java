package dev.spoolmark;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.kernel.AsciiNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/// The shape of the house, as rules that run. Each says why.
@AnalyzeClasses(packages = "dev.spoolmark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /// Each takes its locale from the machine when none is given.
    private static final Set<String> LOCALE_DEPENDENT = Set.of(
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintWriter.format(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
            "java.text.MessageFormat.format(java.lang.String, [Ljava.lang.Object;)",
            "java.text.MessageFormat.<init>(java.lang.String)",
            "java.text.NumberFormat.getInstance()",
            "java.text.NumberFormat.getIntegerInstance()",
            "java.text.NumberFormat.getNumberInstance()",
            "java.text.NumberFormat.getPercentInstance()",
            "java.text.DecimalFormat.<init>()",
            "java.text.DecimalFormat.<init>(java.lang.String)",
            "java.text.DecimalFormatSymbols.getInstance()",
            "java.text.SimpleDateFormat.<init>(java.lang.String)",
            "java.text.DateFormat.getDateTimeInstance()",
            "java.text.Collator.getInstance()",
            "java.text.BreakIterator.getWordInstance()",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.time.format.DateTimeFormatter.ofLocalizedDate(java.time.format.FormatStyle)",
            "java.time.format.DateTimeFormatterBuilder.toFormatter()",
            "java.time.temporal.WeekFields.of(java.util.Locale)",
            "java.util.Calendar.getInstance()",
            "java.util.GregorianCalendar.<init>()",
            "java.util.Date.toString()",
            "java.util.Formatter.<init>()",
            "java.util.Formatter.<init>(java.lang.Appendable)",
            "java.util.Locale.getDefault()",
            "java.util.Scanner.<init>(java.io.InputStream)",
            "java.util.Scanner.<init>(java.lang.String)",
            "java.util.Scanner.<init>(java.lang.Readable)");

    private static final Set<String> OF_ALL_DIGITS = Set.of(
            "java.lang.Integer.parseInt(java.lang.String)",
            "java.lang.Integer.valueOf(java.lang.String)",
            "java.lang.Integer.<init>(java.lang.String)",
            "java.lang.Long.parseLong(java.lang.String)",
            "java.lang.Long.valueOf(java.lang.String)",
            "java.lang.Short.parseShort(java.lang.String)",
            "java.lang.Byte.parseByte(java.lang.String)",
            "java.math.BigDecimal.<init>(java.lang.String)",
            "java.math.BigInteger.<init>(java.lang.String)",
            "java.lang.Character.isDigit(char)",
            "java.lang.Character.isDigit(int)",
            "java.lang.Character.getNumericValue(char)",
            "java.lang.Character.getNumericValue(int)");

    /// One way down: a package may use what is below it, never a neighbour in its own row.
    @ArchTest
    static final ArchRule dependencies_point_down = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("app")
            .definedBy("..app..")
            .layer("edges")
            .definedBy("..api..", "..web..", "..imports..", "..metadata..")
            .layer("wire")
            .definedBy("..wire..")
            .layer("outgoing")
            .definedBy("..outgoing..")
            .layer("readers")
            .definedBy(
                    "..progress..",
                    "..calendar..",
                    "..recommendation..",
                    "..search..",
                    "..stats..",
                    "..feed..",
                    "..artwork..",
                    "..disclosure..")
            .layer("scrobble")
            .definedBy("..scrobble..")
            .layer("history")
            .definedBy("..history..")
            .layer("deeds")
            .definedBy(
                    "..collection..",
                    "..watchlist..",
                    "..rating..",
                    "..lists..",
                    "..comment..",
                    "..note..",
                    "..hidden..")
            .layer("activity")
            .definedBy("..activity..")
            .layer("social")
            .definedBy("..social..")
            .layer("facts")
            .definedBy("..catalog..", "..account..")
            .layer("audit")
            .definedBy("..audit..")
            .layer("store")
            .definedBy("..store..")
            .layer("kernel")
            .definedBy("..kernel..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("edges")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("app", "edges")
            .whereLayer("outgoing")
            .mayOnlyBeAccessedByLayers("app", "edges")
            .whereLayer("readers")
            .mayOnlyBeAccessedByLayers("app", "edges")
            .whereLayer("scrobble")
            .mayOnlyBeAccessedByLayers("app", "edges", "readers")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("app", "edges", "readers", "scrobble")
            .whereLayer("deeds")
            .mayOnlyBeAccessedByLayers("app", "edges", "readers", "scrobble", "history")
            .whereLayer("activity")
            .mayOnlyBeAccessedByLayers("app", "edges", "readers", "scrobble", "history", "deeds")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers("app", "edges", "facts");

    @ArchTest
    static final ArchRule features_never_go_in_circles =
            slices().matching("dev.spoolmark.(*)..").should().beFreeOfCycles();

    /// A dialect that leaned on another could not change alone.
    @ArchTest
    static final ArchRule dialects_do_not_know_each_other =
            slices().matching("dev.spoolmark.api.(*)..").should().notDependOnEachOther();

    /// SQL stays where the question it answers is.
    @ArchTest
    static final ArchRule stores_stay_inside_their_feature = classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule only_the_store_speaks_jdbc = noClasses()
            .that()
            .resideOutsideOfPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..");

    /// The HTTP library can be exchanged by rewriting `Door` and the one class that it passes to the library.
    @ArchTest
    static final ArchRule only_the_door_knows_the_http_library = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.spoolmark.wire.Door")
            .and(isNotInside("dev.spoolmark.wire.Door"))
            .and()
            .doNotHaveFullyQualifiedName("dev.spoolmark.wire.UndecodedBodies")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..");

    /// Whoever could speak to the outside in another way would go around the checks.
    @ArchTest
    static final ArchRule only_outgoing_speaks_to_the_outside = noClasses()
            .that()
            .resideOutsideOfPackage("..outgoing..")
            .and()
            .doNotHaveFullyQualifiedName(
                    "dev.spoolmark.app.command.TrainCommand") // asks the server it has just started
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection");

    /// The index can be made in another way without anybody noticing.
    @ArchTest
    static final ArchRule only_search_knows_the_search_library = noClasses()
            .that()
            .resideOutsideOfPackage("..search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    /// What is measured is told in plain numbers; how they are shown is one package's business.
    @ArchTest
    static final ArchRule only_the_metrics_page_knows_prometheus = noClasses()
            .that()
            .resideOutsideOfPackage("..api.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.prometheus..");

    /// Whoever recommends need not know how a matrix is inverted.
    @ArchTest
    static final ArchRule only_recommendation_knows_linear_algebra = noClasses()
            .that()
            .resideOutsideOfPackage("..recommendation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ejml..");

    /// What a path names may be nobody's business but that of those whose data name it.
    @ArchTest
    static final ArchRule only_disclosure_asks_the_catalogue_by_name = noClasses()
            .that()
            .resideOutsideOfPackages("..disclosure..", "..catalog..")
            .should()
            .callMethod(Catalog.class, "findMovie", String.class)
            .orShould()
            .callMethod(Catalog.class, "findShow", String.class);

    @ArchTest
    static final ArchRule only_the_edges_read_and_write_json = noClasses()
            .that()
            .resideOutsideOfPackages("..wire..", "..api..", "..web..", "..imports..", "..metadata..", "..app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

    /// Settings reach the rest as constructor arguments.
    @ArchTest
    static final ArchRule only_the_app_reads_configuration = noClasses()
            .that()
            .resideOutsideOfPackage("..app..")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class);

    /// Tests set the time, so nothing may ask the machine for it.
    @ArchTest
    static final ArchRule time_comes_from_outside = noClasses()
            .that()
            .resideOutsideOfPackage("..app..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /// SQL, JSON, headers, hashes and file names must not depend on the language of the machine, which brings digits,
    /// letters and calendars of its own.
    @ArchTest
    static final ArchRule text_does_not_depend_on_the_language_of_the_machine =
            noClasses().should().callCodeUnitWhere(isOneOf(LOCALE_DEPENDENT));

    /// The methods of the JDK also take the digits of other scripts for numbers.
    @ArchTest
    static final ArchRule numbers_are_read_as_ascii_digits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(AsciiNumber.class.getName())
            .should()
            .callCodeUnitWhere(isOneOf(OF_ALL_DIGITS));

    /// Durations need the steady clock beside the time of day: `AdjustableClock.ofThisMachine` has both.
    @ArchTest
    static final ArchRule the_clock_of_the_machine_is_taken_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("..kernel..")
            .should()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Manager|Util|Utils|Helper|Impl|Service|Info)$");

    @ArchTest
    static final ArchRule every_package_says_what_it_is_and_is_null_marked =
            classes().that(alwaysTrue()).should(resideInANullMarkedPackage());

    /// Wire words stay on the wire.
    @ArchTest
    static final ArchRule features_know_no_dialect = noClasses()
            .that()
            .resideOutsideOfPackages("..app..", "..api..", "..web..", "..imports..", "..metadata..", "..wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.spoolmark.api..", "dev.spoolmark.wire..");

    private static DescribedPredicate<JavaClass> isNotInside(String outer) {
        return DescribedPredicate.describe(
                "are not nested in " + outer, type -> !type.getName().startsWith(outer + "$"));
    }

    /// @param methods as `owner.name(types of parameters)`
    private static DescribedPredicate<JavaCall<?>> isOneOf(Set<String> methods) {
        return DescribedPredicate.describe(
                "is one of " + methods,
                call -> methods.contains(call.getTarget().getFullName()));
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package with a null-marked package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                boolean marked = home.tryGetPackageInfo().isPresent()
                        && home.getPackageInfo().isAnnotatedWith(NullMarked.class);
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(type, home.getName() + " is not null-marked"));
                }
            }
        };
    }
}
