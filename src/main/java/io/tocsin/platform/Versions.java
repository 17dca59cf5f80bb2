package io.tocsin.platform;

import jakarta.ws.rs.core.EntityTag;

/** ETag and If-Match: nobody overwrites what they have not seen. */
public final class Versions {
    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** As If-Match says that this version was seen. */
    public static String seen(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses an edit that names no version (428) or an old one (412). */
    public static void require(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                            "version-missing",
                            428,
                            Phrase.of("Say which version you have seen", "確認したバージョンを指定してください"),
                            Phrase.of(
                                    "Send the ETag that you got with the last read as If-Match.",
                                    "最後に取得した ETag を If-Match として送ってください。"))
                    .asException();
        }
        if (!ifMatch.equals("*") && !ifMatch.equals(tag(version).toString()) && !ifMatch.equals(seen(version))) {
            throw Problem.of(
                            "version-old",
                            412,
                            Phrase.of("Somebody changed this meanwhile", "他の人が先に変更しました"),
                            Phrase.of(
                                            "This has changed since you read it. Look at it again (version %d now), then repeat what you did.",
                                            "表示後に内容が変わりました。最新の内容（バージョン %d）を確認してからやり直してください。")
                                    .with(version))
                    .asException();
        }
    }
}
