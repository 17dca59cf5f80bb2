package io.tocsin.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged application as a process of its own, as it runs in production. */
public final class App implements AutoCloseable {
    /** Most that the application's heap may grow to. */
    public static final int HEAP_MB = 152;

    /** How the application is meant to be run; deploy/README tells the same. */
    private static final List<String> JVM = withNewer(
            "-Xms120m",
            "-Xmx" + HEAP_MB + "m",
            "-Xmn44m",
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=160m",
            "-XX:ReservedCodeCacheSize=64m",
            // The optimizing compiler waits for what is really hot, and leaves the start its two cores.
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000",
            "-XX:-UsePerfData",
            "-Xss512k",
            "-XX:MaxDirectMemorySize=48m",
            // no --enable-native-access: with it the JVM will not use the prepared class data
            "-XX:+ExitOnOutOfMemoryError");

    /** What spares memory where the JVM knows how to: what the compilers needed goes back, objects are smaller (JEP 519). */
    private static List<String> withNewer(String... flags) {
        List<String> all = new ArrayList<>(List.of(flags));
        if (Runtime.version().feature() >= 25) {
            all.add("-XX:TrimNativeHeapInterval=5000");
            all.add("-XX:+UseCompactObjectHeaders");
        }
        return List.copyOf(all);
    }

    /** Further JVM flags for looking into the process: {@code TOCSIN_APP_JVM="-XX:StartFlightRecording=..."}. */
    private static final List<String> DIAGNOSIS = Stream.of(
                    System.getenv().getOrDefault("TOCSIN_APP_JVM", "").split(" "))
            .filter(flag -> !flag.isBlank())
            .toList();

    /** Class data holds for a start from here. */
    static final Path PACKAGE = Path.of("target/quarkus-app").toAbsolutePath();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Path settings;
    private final Path log;
    private final String url;
    private final List<String> extraJvm;
    private Process process;

    /** @param settings what the stack gives, with what the caller wants different */
    public App(Path folder, Map<String, String> settings, List<String> extraJvm) {
        this.url = "http://127.0.0.1:" + settings.get("quarkus.http.port");
        this.settings = folder.resolve("application-" + settings.get("quarkus.http.port") + ".properties");
        this.log = Path.of("target/logs/application-" + settings.get("quarkus.http.port") + ".log")
                .toAbsolutePath();
        this.extraJvm = extraJvm;
        Properties written = new Properties();
        written.putAll(settings);
        written.putIfAbsent(
                "tocsin.packs.dir", Path.of("templates/packs").toAbsolutePath().toString());
        written.putIfAbsent(
                "tocsin.regimes.dir",
                Path.of("templates/regimes").toAbsolutePath().toString());
        written.putIfAbsent(
                "tocsin.regimes.calling-hours",
                Path.of("templates/calling-hours.yaml").toAbsolutePath().toString());
        written.putIfAbsent(
                "tocsin.tariffs.file",
                Path.of("templates/tariffs.yaml").toAbsolutePath().toString());
        written.putIfAbsent("tocsin.ivr.spill-dir", folder.resolve("ivr-spill").toString());
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(this.settings);
            Files.createFile(
                    this.settings, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(this.settings)) {
                written.store(out, "settings of the packaged application on the embedded stack");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return url;
    }

    public Path log() {
        return log;
    }

    /** Starts the process; it is not ready yet. */
    public App start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(ClassData.useFlags(PACKAGE));
        command.addAll(extraJvm);
        command.addAll(DIAGNOSIS);
        command.add("-Dquarkus.config.locations=" + settings);
        command.add("-jar");
        command.add("quarkus-run.jar");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(PACKAGE.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectErrorStream(true);
            // One pool of native memory per thread is what glibc gives by default, and never gets back.
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return this;
    }

    /** Waits until the application says that it is ready; the time since its start. */
    public Duration awaitReady() {
        long begun = process.info().startInstant().orElseThrow().toEpochMilli();
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        HttpRequest ready = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        while (System.nanoTime() < deadline) {
            try {
                if (HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofMillis(System.currentTimeMillis() - begun);
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            } catch (IOException notYet) {
                waitALittle();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the application ended while starting: see " + log);
            }
        }
        throw new IllegalStateException("the application was not ready within 90 s: see " + log);
    }

    private void waitALittle() {
        try {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** SIGKILL: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Resident memory of the process in MB (VmRSS). */
    public long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }

    /** Asks it to end (SIGTERM) and waits; one that takes longer is killed. */
    public void stop(Duration patience) {
        if (process != null && process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(10));
    }
}
