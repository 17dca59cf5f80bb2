package io.tocsin.ivr;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;

/** Listens for scripts published by other replicas; compares now and then as well, should a message be lost. */
@ApplicationScoped
class LiveScriptNews {
    private final Notifications news;

    LiveScriptNews(DataSource database, LiveScripts scripts, IvrConfig config) {
        this.news = new Notifications(
                database, "live_stage", config.compareEvery(), center -> scripts.compare(), scripts::compare);
    }

    void start(@Observes StartupEvent event) {
        news.start();
    }

    void stop(@Observes ShutdownEvent event) {
        news.stop();
    }
}
