package io.tocsin.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords of this machine's stack: made up once, kept beside the data, never in the repository. */
final class Secrets {
    private final Properties values = new Properties();
    private final Path file;

    Secrets(Path folder) {
        file = folder.resolve("secrets.properties");
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    values.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized String get(String name) {
        if (!values.containsKey(name)) {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            values.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            try (var out = Files.newBufferedWriter(file)) {
                values.store(out, "made up for this machine");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return values.getProperty(name);
    }
}
