package io.tocsin.inquiry.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is read of the e-mails of a folder: {@code name.eml} must give {@code name.txt}. A new case needs no Java. */
class MailGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/mail");
    private static final MailParts.Limits LIMITS = new MailParts.Limits(2, 1_000);

    @TestFactory
    Stream<DynamicTest> everyMailIsReadAsItShouldBe() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.sorted().toList();
        }
        List<String> names = files.stream()
                .map(f -> f.getFileName().toString().replaceFirst("\\.(eml|txt)$", ""))
                .distinct()
                .toList();
        assertThat(files).as("each e-mail with what it should give").hasSize(names.size() * 2);
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    private static void check(String name) throws Exception {
        try (InputStream eml = Files.newInputStream(FOLDER.resolve(name + ".eml"))) {
            Properties settings = new Properties();
            settings.put("mail.mime.address.strict", "false");
            Arrived mail = MailReader.read(new MimeMessage(Session.getInstance(settings), eml), LIMITS);
            assertThat(written(mail)).isEqualTo(Files.readString(FOLDER.resolve(name + ".txt")));
        }
    }

    private static String written(Arrived mail) {
        return """
                nature: %s
                from: %s
                subject: %s
                answers: %s
                files: %s
                left: %d
                cut: %s

                %s""".formatted(
                        mail.nature(),
                        mail.from() == null ? "" : mail.from(),
                        mail.subject(),
                        String.join(" ", mail.references()),
                        mail.files().stream()
                                .map(f -> f.name() + " " + f.kind() + " " + f.content().length)
                                .collect(Collectors.joining("; ")),
                        mail.left(),
                        mail.cut() ? "yes" : "no",
                        mail.text()).strip()
                + "\n";
    }
}
