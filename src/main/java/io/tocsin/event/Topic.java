package io.tocsin.event;

/** The topics, each with what its key is: the thing whose events must stay in order. */
public enum Topic {
    /** Key: center. Its life cycle. */
    CENTER("tocsin.center"),
    /** Key: announcement. */
    ANNOUNCEMENT("tocsin.announcement"),
    /** Key: chunk of recipients. */
    DISPATCH("tocsin.dispatch"),
    /** Key: recipient. */
    DELIVERY("tocsin.delivery"),
    /** Key: campaign. */
    CAMPAIGN("tocsin.campaign"),
    /** Key: inquiry. */
    INQUIRY("tocsin.inquiry");

    private final String kafkaName;

    Topic(String kafkaName) {
        this.kafkaName = kafkaName;
    }

    public String kafkaName() {
        return kafkaName;
    }
}
