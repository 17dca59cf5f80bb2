package io.tocsin.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.platform.CarrierSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Webhooks of a test: answers by path, refuses what is not signed with the account's token, remembers what it was asked. */
public final class ScriptServer implements AutoCloseable {
    private final HttpServer server;
    private final String token;
    private final Map<String, Function<Map<String, String>, String>> scripts = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public record Asked(String path, Map<String, String> fields, boolean signed) {}

    public ScriptServer(String token) {
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public ScriptServer on(String path, String document) {
        return on(path, fields -> document);
    }

    public ScriptServer on(String path, Function<Map<String, String>, String> script) {
        scripts.put(path, script);
        return this;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(a -> a.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        CarrierEdge.decode(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), fields);
        String path = exchange.getRequestURI().getPath();
        boolean signed = CarrierSignature.valid(
                token,
                url(exchange.getRequestURI().toString()),
                fields.entrySet(),
                exchange.getRequestHeaders().getFirst(CarrierSignature.HEADER));
        asked.add(new Asked(path, fields, signed));
        Function<Map<String, String>, String> script = scripts.get(path);
        byte[] body =
                script == null || !signed ? new byte[0] : script.apply(fields).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(!signed ? 403 : script == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
