package io.tocsin.notice;

import io.tocsin.regime.Condition;
import io.tocsin.regime.NoticeRule;
import io.tocsin.regime.Regime;
import java.util.ArrayList;
import java.util.List;

/** Holds rendered notices against the regimes and against what must hold everywhere. */
public final class NoticeLinter {
    private NoticeLinter() {}

    /** Everything wrong with all of them. */
    public static List<LintFinding> lint(List<RenderedNotice> notices, List<Regime> regimes, LintContext context) {
        List<LintFinding> findings = new ArrayList<>();
        for (RenderedNotice notice : notices) {
            ReadableNotice readable = ReadableNotice.of(notice);
            findings.addAll(HouseRules.check(readable, context));
            for (Regime regime : regimes) {
                for (NoticeRule rule : regime.noticeRules()) {
                    NoticeRule.Scope scope = rule.scope();
                    if (scope.channels().contains(notice.channel().code())
                            && Condition.all(scope.when(), context.facts())) {
                        findings.addAll(new RuleCheck(regime, readable, context).check(rule));
                    }
                }
            }
        }
        return findings;
    }
}
