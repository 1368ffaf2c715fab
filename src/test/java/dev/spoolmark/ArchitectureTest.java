package dev.spoolmark;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.core.AsciiNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// Rules about the structure of the code, each with its reason.
@AnalyzeClasses(packages = "dev.spoolmark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /// Methods that use the default locale.
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

    /// A package uses only packages of lower layers, never of its own.
    @ArchTest
    static final ArchRule dependencies_point_down = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("app")
            .definedBy("..app..")
            .layer("edges")
            .definedBy("..api..", "..web..", "..imports..", "..transfer..", "..metadata..", "..openid..")
            .layer("http")
            .definedBy(
                    "dev.spoolmark.http",
                    "dev.spoolmark.http.body",
                    "dev.spoolmark.http.json",
                    "dev.spoolmark.http.overload",
                    "dev.spoolmark.http.response")
            .layer("http.client")
            .definedBy("..http.client..")
            .layer("home")
            .definedBy("..home..")
            .layer("readers")
            .definedBy(
                    "..progress..",
                    "..rewatch..",
                    "..calendar..",
                    "..comparison..",
                    "..recommendation..",
                    "..search..",
                    "..stats..",
                    "..feed..",
                    "..artwork..",
                    "..userstate..",
                    "..visibility..")
            .layer("scrobble")
            .definedBy("..scrobble..", "..together..")
            .layer("history")
            .definedBy("..history..")
            .layer("user data")
            .definedBy(
                    "..collection..",
                    "..watchlist..",
                    "..favorite..",
                    "..rating..",
                    "..lists..",
                    "..comment..",
                    "..note..",
                    "..episodeorder..",
                    "..hidden..",
                    "..pagefilter..",
                    "..showsetting..")
            .layer("activity")
            .definedBy("..activity..", "..idempotency..")
            .layer("social")
            .definedBy("..social..")
            .layer("catalog and accounts")
            .definedBy(
                    "..catalog..",
                    "dev.spoolmark.account",
                    "dev.spoolmark.account.apppassword",
                    "dev.spoolmark.account.auth",
                    "dev.spoolmark.account.deletion",
                    "dev.spoolmark.account.link",
                    "dev.spoolmark.account.secondfactor",
                    "dev.spoolmark.account.session")
            .layer("mail")
            .definedBy("dev.spoolmark.mail")
            .layer("server settings")
            .definedBy("..serversettings..")
            .layer("oauth")
            .definedBy("dev.spoolmark.oauth")
            .layer("audit")
            .definedBy("..account.audit..")
            .layer("db")
            .definedBy("..db..")
            .layer("core")
            .definedBy("..core..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("edges")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("app", "edges")
            .whereLayer("http.client")
            .mayOnlyBeAccessedByLayers("app", "edges")
            .whereLayer("home")
            .mayOnlyBeAccessedByLayers("app", "edges")
            .whereLayer("readers")
            .mayOnlyBeAccessedByLayers("app", "edges", "home")
            .whereLayer("scrobble")
            .mayOnlyBeAccessedByLayers("app", "edges", "home", "readers")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("app", "edges", "home", "readers", "scrobble")
            .whereLayer("user data")
            .mayOnlyBeAccessedByLayers("app", "edges", "home", "readers", "scrobble", "history")
            .whereLayer("activity")
            .mayOnlyBeAccessedByLayers("app", "edges", "home", "readers", "scrobble", "history", "user data")
            .whereLayer("server settings")
            .mayOnlyBeAccessedByLayers("app", "edges")
            .whereLayer("oauth")
            .mayOnlyBeAccessedByLayers("app", "edges", "http")
            .whereLayer("mail")
            .mayOnlyBeAccessedByLayers("app", "edges", "catalog and accounts")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers("app", "edges", "server settings", "oauth", "catalog and accounts");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.spoolmark.(*)..").should().beFreeOfCycles();

    /// APIs can change independently. Code shared by several APIs is in `api.resolve`.
    @ArchTest
    static final ArchRule apis_do_not_depend_on_each_other = slices().matching("dev.spoolmark.api.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("dev.spoolmark.api.resolve.."));

    /// SQL stays in the feature whose queries it holds.
    @ArchTest
    static final ArchRule stores_are_used_only_by_their_feature = classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .and()
            .areTopLevelClasses()
            .should(beUsedOnlyByTheirFeature());

    @ArchTest
    static final ArchRule only_db_uses_jdbc = noClasses()
            .that()
            .resideOutsideOfPackage("..db..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..");

    /// Helidon can be replaced by rewriting `HttpServer` and the `Helidon...` classes.
    @ArchTest
    static final ArchRule only_the_http_server_uses_helidon = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.spoolmark.http.HttpServer")
            .and()
            .haveNameNotMatching("dev[.]spoolmark[.]http[.](body[.])?Helidon.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..");

    /// Other HTTP clients would bypass the checks of addresses, rates and sizes.
    @ArchTest
    static final ArchRule only_http_client_sends_requests = noClasses()
            .that()
            .resideOutsideOfPackage("..http.client..")
            .and()
            .doNotHaveFullyQualifiedName(
                    "dev.spoolmark.app.cli.AotTrainCommand") // sends requests to the server that it starts
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection");

    /// The mail library can be replaced without changes elsewhere.
    @ArchTest
    static final ArchRule only_mail_knows_the_mail_library = noClasses()
            .that()
            .resideOutsideOfPackage("dev.spoolmark.mail")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "jakarta.activation..", "org.eclipse.angus..");

    /// The search library can be replaced without changes elsewhere.
    @ArchTest
    static final ArchRule only_search_uses_the_search_library = noClasses()
            .that()
            .resideOutsideOfPackage("..search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    /// Features report plain numbers; one package renders them.
    @ArchTest
    static final ArchRule only_the_metrics_page_uses_prometheus = noClasses()
            .that()
            .resideOutsideOfPackage("..app.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.prometheus..");

    /// The linear algebra library can be replaced without changes elsewhere.
    @ArchTest
    static final ArchRule only_recommendation_uses_linear_algebra = noClasses()
            .that()
            .resideOutsideOfPackage("..recommendation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ejml..");

    /// The QR code library can be replaced without changes elsewhere.
    @ArchTest
    static final ArchRule only_one_class_uses_the_qr_code_library = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.spoolmark.account.secondfactor.QrSvg")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.zxing..");

    /// A provisional item is visible only to users whose data references it, so a path must not reach it directly.
    @ArchTest
    static final ArchRule only_visibility_finds_items_by_name = noClasses()
            .that()
            .resideOutsideOfPackages("..visibility..", "..catalog..")
            .should()
            .callMethod(Catalog.class, "findMovie", MovieRef.class)
            .orShould()
            .callMethod(Catalog.class, "findShow", ShowRef.class);

    @ArchTest
    static final ArchRule only_the_edges_read_and_write_json = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..http..",
                    "..api..",
                    "..web..",
                    "..imports..",
                    "..transfer..",
                    "..metadata..",
                    "..openid..",
                    "..app..")
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

    /// Tests set the time, so no class reads the system clock.
    @ArchTest
    static final ArchRule time_comes_from_an_instant_source = noClasses()
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

    /// SQL, JSON, headers, hashes and file names must not depend on the default locale, which has its own digits,
    /// letters and calendars.
    @ArchTest
    static final ArchRule text_does_not_depend_on_the_default_locale =
            noClasses().should().callCodeUnitWhere(isOneOf(LOCALE_DEPENDENT));

    /// These methods of the JDK also accept digits of other scripts.
    @ArchTest
    static final ArchRule numbers_are_read_as_ascii_digits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(AsciiNumber.class.getName())
            .should()
            .callCodeUnitWhere(isOneOf(OF_ALL_DIGITS));

    /// Durations need a monotonic clock next to the system time; `AdjustableClock.ofThisMachine` has both.
    @ArchTest
    static final ArchRule the_system_clock_is_read_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("..core..")
            .should()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule type_names_do_not_end_in_generic_words =
            noClasses().should().haveNameMatching(".*(Manager|Util|Utils|Helper|Impl|Service|Info|Data)$");

    /// Names that cannot be understood without reading the class.
    @ArchTest
    static final ArchRule type_names_have_no_metaphors =
            classes().that().areTopLevelClasses().should(haveNoWordIn(PrivateWords.OF_TYPES));

    @ArchTest
    static final ArchRule names_of_methods_and_fields_have_no_private_words =
            classes().should(haveNoMemberWithWordIn(PrivateWords.OF_MEMBERS));

    /// A name that exists twice has to be qualified in every sentence about it.
    @ArchTest
    static void top_level_type_names_are_unique(JavaClasses types) {
        Map<String, List<String>> packagesByName = types.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(
                        JavaClass::getSimpleName, TreeMap::new, mapping(JavaClass::getPackageName, toList())));
        packagesByName.values().removeIf(packages -> packages.size() == 1);
        assertEquals(Map.of(), packagesByName);
    }

    @ArchTest
    static final ArchRule exception_names_end_in_exception =
            classes().that().areAssignableTo(Throwable.class).should().haveSimpleNameEndingWith("Exception");

    /// A package of more than about 40 files is split by concept; see CONTRIBUTING.md.
    @ArchTest
    static void package_sizes_are_printed(JavaClasses types) {
        Map<String, Long> sizes = types.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));
        sizes.forEach((name, size) -> System.out.println(size + "\t" + name));
        assertFalse(sizes.isEmpty());
    }

    @ArchTest
    static final ArchRule every_package_is_documented_and_null_marked =
            classes().that(alwaysTrue()).should(resideInANullMarkedPackage());

    /// Terms of one API stay in its package.
    @ArchTest
    static final ArchRule features_do_not_depend_on_apis = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..app..",
                    "..api..",
                    "..web..",
                    "..imports..",
                    "..transfer..",
                    "..metadata..",
                    "..openid..",
                    "..http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.spoolmark.api..", "dev.spoolmark.http..");

    /// @param methods as `owner.name(types of parameters)`
    private static DescribedPredicate<JavaCall<?>> isOneOf(Set<String> methods) {
        return DescribedPredicate.describe(
                "is one of " + methods,
                call -> methods.contains(call.getTarget().getFullName()));
    }

    private static ArchCondition<JavaClass> beUsedOnlyByTheirFeature() {
        return new ArchCondition<>("be used only by their feature") {
            @Override
            public void check(JavaClass store, ConditionEvents events) {
                for (Dependency use : store.getDirectDependenciesToSelf()) {
                    if (!feature(use.getOriginClass()).equals(feature(store))) {
                        events.add(SimpleConditionEvent.violated(store, use.getDescription()));
                    }
                }
            }
        };
    }

    /// @return the package below `dev.spoolmark` that the type belongs to
    private static String feature(JavaClass type) {
        return type.getPackageName().substring("dev.spoolmark.".length()).split("\\.", -1)[0];
    }

    private static ArchCondition<JavaClass> haveNoWordIn(Set<String> words) {
        return new ArchCondition<>("have no word in " + words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (String word : type.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])", -1)) {
                    if (words.contains(word)) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " contains " + word));
                    }
                }
            }
        };
    }

    /// Fields include the components of records. Names of lambdas and other generated members contain a `$`.
    private static ArchCondition<JavaClass> haveNoMemberWithWordIn(Set<String> words) {
        return new ArchCondition<>("have no method and no field with a word in " + words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMember member : type.getMembers()) {
                    Stream.of(member.getName().split("(?<=[a-z0-9])(?=[A-Z])|_", -1))
                            .map(word -> word.toLowerCase(Locale.ROOT))
                            .filter(words::contains)
                            .filter(_ -> !member.getName().contains("$"))
                            .forEach(word -> events.add(
                                    SimpleConditionEvent.violated(member, member.getFullName() + " contains " + word)));
                }
            }
        };
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
