package io.tocsin.audience;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A customer list as companies have them, the same at every run: one in ten rows is a further purchase of somebody above,
 * one in fifty cannot be used, numbers are typed in every way, one in eight customers lives in the United States.
 */
public final class DirtyList {
    private static final String[] FAMILY = {
        "佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "髙﨑", "斎藤", "松本"
    };
    private static final String[] GIVEN = {"太郎", "花子", "一郎", "美咲", "健", "陽子", "誠", "さくら", "翔", "由美子", "ｼﾝｲﾁ"};
    private static final String[] PREFECTURE = {"東京都", "大阪府", "北海道", "神奈川県", "福岡県", "愛知県", "石川県", "沖縄県"};
    private static final String[] CITY = {"中央区一丁目", "港区赤坂2-3-4", "北区豊玉３丁目", "西町5番地\"コーポ海\"", "南区, 6-7\n201号室"};
    private static final String[] US_FIRST = {"Ann", "Ben", "Chris", "Dana", "Eve", "Jose"};
    private static final String[] US_LAST = {"Smith", "Johnson", "O'Neil", "Garcia", "Lee"};
    private static final String[] STATE = {"CA", "NY", "TX", "WA", "Illinois"};
    private static final String[] AREA = {"212", "415", "312", "206", "713", "305"};

    private final Random random = new Random(20_160_902);
    private final int rows;
    private int bad;
    private int again;

    public DirtyList(int rows) {
        this.rows = rows;
    }

    /** Rows that cannot be used, once written. */
    public int bad() {
        return bad;
    }

    /** Rows of somebody above, once written. */
    public int again() {
        return again;
    }

    public void write(Path file, Charset charset) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, charset)) {
            out.write("顧客番号,氏名,フリガナ,電話番号,携帯電話番号,メールアドレス,郵便番号,都道府県,住所,国,型番,製造番号,ロット,購入日,備考\r\n");
            for (int i = 0; i < rows; i++) {
                out.write(row(i));
                out.write("\r\n");
            }
        }
    }

    private String row(int i) {
        int person = i;
        if (i > 100 && random.nextInt(10) == 0) {
            // somebody above bought something else
            person = random.nextInt(i);
            again++;
        }
        Random who = new Random(person * 31L + 7);
        boolean american = who.nextInt(8) == 0;
        boolean numbered = who.nextInt(10) < 8;
        String name = american
                ? US_FIRST[who.nextInt(US_FIRST.length)] + " " + US_LAST[who.nextInt(US_LAST.length)]
                : FAMILY[who.nextInt(FAMILY.length)] + "　" + GIVEN[who.nextInt(GIVEN.length)];
        String phone = american ? american(who) : japanese(who);
        String mobile = !american && who.nextInt(4) == 0 ? typed("090", 1000 + who.nextInt(9000), who) : "";
        String email = who.nextInt(3) > 0
                ? "user" + person + (who.nextInt(20) == 0 ? "@Example.CO.JP " : "@example.co.jp")
                : "";
        if (random.nextInt(50) == 0) {
            bad++;
            phone = random.nextBoolean() ? "不明" : "090-12-34";
            mobile = "";
            email = random.nextBoolean() ? "" : "user@@nowhere";
            return line(
                    String.valueOf(9_000_000 + i), name, "", phone, mobile, email, "", "", "", "", model(), serial(i), "", "", "");
        }
        return line(
                numbered ? "C" + (1_000_000 + person) : "",
                name,
                american ? "" : "ｻﾄｳ ﾊﾅｺ",
                phone,
                mobile,
                email,
                american ? "94105" : "150-" + (1000 + who.nextInt(9000)),
                american ? STATE[who.nextInt(STATE.length)] : PREFECTURE[who.nextInt(PREFECTURE.length)],
                american ? (100 + who.nextInt(900)) + " Main Street" : CITY[who.nextInt(CITY.length)],
                american ? "USA" : who.nextBoolean() ? "日本" : "",
                model(),
                serial(i),
                "LOT-" + random.nextInt(300),
                "2016/08/" + (10 + random.nextInt(20)),
                random.nextInt(30) == 0 ? "=HYPERLINK(\"x\")" : "");
    }

    private String model() {
        return random.nextInt(10) == 0 ? "ＳＭ－Ｎ９３０" : "SM-N930";
    }

    private static String serial(int i) {
        return "R" + (10_000_000 + i);
    }

    private String japanese(Random who) {
        int last = 1000 + who.nextInt(9000);
        return switch (who.nextInt(10)) {
            case 0 -> "03-" + (3000 + who.nextInt(6000)) + "-" + last;
            case 1 -> "(06)" + (6000 + who.nextInt(900)) + "-" + last;
            case 2 -> "+81 90-" + (1000 + who.nextInt(9000)) + "-" + last;
            case 3 -> wide("080-" + (1000 + who.nextInt(9000)) + "-" + last);
            case 4 -> "90" + (1000 + who.nextInt(9000)) + last;
            default -> typed(who.nextBoolean() ? "090" : "080", last, who);
        };
    }

    private static String typed(String prefix, int last, Random who) {
        int middle = 1000 + who.nextInt(9000);
        return switch (who.nextInt(3)) {
            case 0 -> prefix + middle + last;
            case 1 -> prefix + " " + middle + " " + last;
            default -> prefix + "-" + middle + "-" + last;
        };
    }

    private static String american(Random who) {
        String area = AREA[who.nextInt(AREA.length)];
        int exchange = 220 + who.nextInt(700);
        int last = 1000 + who.nextInt(9000);
        return who.nextBoolean()
                ? "(" + area + ") " + exchange + "-" + last
                : "+1 " + area + "-" + exchange + "-" + last;
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c + 0xfee0)));
        return wide.toString();
    }

    private static String line(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            if (!line.isEmpty()) {
                line.append(',');
            }
            boolean quote = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            line.append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell.isEmpty() && line.isEmpty() ? "\"\"" : cell);
        }
        return line.toString();
    }
}
