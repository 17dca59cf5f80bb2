package io.tocsin.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.tocsin.platform.Mode;
import org.junit.jupiter.api.Test;

class DrillMailTest {
    @Test
    void aDrillsAnnouncementReachesNobodyThroughARealMailServer() {
        assertThat(MailSender.goesOut(Mode.DRILL, config(null))).isFalse();
        assertThat(MailSender.goesOut(Mode.LIVE, config(null))).isTrue();
    }

    @Test
    void aMailServerForRehearsalsGetsItAsWell() {
        assertThat(MailSender.goesOut(Mode.DRILL, config("true"))).isTrue();
    }

    private static AnnouncementConfig.Mail config(String takesDrills) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(AnnouncementConfig.class);
        if (takesDrills != null) {
            builder.withDefaultValue("tocsin.announcement.mail.takes-drills", takesDrills);
        }
        return builder.build().getConfigMapping(AnnouncementConfig.class).mail();
    }
}
