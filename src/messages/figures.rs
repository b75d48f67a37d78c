//! What the rules about figures say.

use super::Template;

messages! {
    /// figures/sum
    SUM_WRONG = "分项之和与总数不符：{0}，合计应为 {1}，文中写 {2}", "the parts do not add up to the total: {0}; they make {1}, the text says {2}";
    /// figures/sum
    SUM_DOUBTFUL = "分项之和与总数不一致，请核对：{0}，合计为 {1}，文中写 {2}", "the parts and the total differ, please check: {0}; they make {1}, the text says {2}";
    /// figures/sum
    SUM_TITLE = "分项之和与总数", "parts and total";
    /// figures/sum
    SUM_WHY = "列全的分项相加应等于总数；任何一种读法都对不上，就必有一个数写错。只列部分分项、分类有交叉时不作判断。",
        "parts that are listed completely add up to the total; when no reading fits, one figure is wrong. Partial or overlapping lists are not judged.";

    /// figures/table-share
    TABLE_SHARE_TITLE = "表内占比", "shares in tables";
    /// figures/table-share
    TABLE_SHARE_WHY = "表中的占比是各行与合计之比；其余各行都对得上、唯独一行对不上时，那一行多半有误。四舍五入和截尾都算一致。",
        "a share in a table is what its row has of the total; where all other rows agree and a single one does not, that one is probably wrong. Rounding and cutting off both count as agreeing.";
    /// figures/form-identity
    FORM_IDENTITY_TITLE = "规定表格的勾稽关系", "identities of prescribed tables";
    /// figures/form-identity
    FORM_IDENTITY_WHY = "年报格式中的表格自带勾稽关系，如第一项加第二项之和等于第三项加第四项之和，每一列、每一行都应成立；正文写到的同一数字也应与表中一致。",
        "the tables of the prescribed form carry their own identities, which hold in every column and row; what the text says of the same figure should be what the table says.";
    /// figures/form-identity
    FORM_NARRATIVE = "正文与表格不一致，请核对：正文写 {0}，表中为 {1}", "text and table differ, please check: the text says {0}, the table {1}";
    /// figures/identity
    IDENTITY_TITLE = "数据间的勾稽关系", "identities between figures";
    /// figures/identity
    IDENTITY_WHY = "有些数之间有固定关系，如新收与旧存之和等于办结与未结之和。各项都写明而两边对不上，多半有一个数写错，或者口径不同；缺一项、口径不明时不作判断。",
        "some figures are bound to each other: new cases and those carried over make up those settled and those pending. Where all are given and the two sides differ, one of them is probably wrong or counts something else; where one is missing, nothing is judged.";
    /// figures/identity
    IDENTITY_WRONG = "这几个数对不上，请核对：{0}，一边为 {1}，另一边为 {2}", "these figures do not go together, please check: {0}; one side makes {1}, the other {2}";
    /// figures/table-total
    TABLE_TOTAL_TITLE = "表内合计", "totals in tables";
    /// figures/table-total
    TABLE_TOTAL_WHY = "表中标明合计、总计、小计的行或列，应等于所列各项之和；按哪种列法都对不上时，必有一格写错。平均数、比率、排名不作加总，缺数、有文字的行列不作判断。",
        "a row or column labelled as a total is the sum of those it closes; when no list of them fits, one cell is wrong. Rates, means and ranks are not added up, and gaps are not judged.";
    /// figures/table-total
    TABLE_CELL = "表中这一格与行、列的合计都对不上：写作 {0}，改为 {1} 才处处相符（{2}）", "this cell does not go with its totals: it reads {0}, with {1} all of them would hold ({2})";
    /// figures/form-identity
    TABLE_SIDES = "表内勾稽关系不成立：{0}，一边为 {1}，另一边为 {2}", "an identity of the table does not hold: {0}; one side makes {1}, the other {2}";

    /// figures/ratio
    RATIO_WRONG = "比率与数据不符：{0} 为 {1}%，文中写 {2}", "the rate does not match its counts: {0} is {1}%, the text says {2}";
    /// figures/ratio
    TIMES_WRONG = "倍数与数据不符：{0} 为 {1} 倍，文中写 {2}", "the number of times does not match its counts: {0} is {1} times, the text says {2}";
    /// figures/impossible-rate
    RATE_IMPOSSIBLE = "比率与这个数凑不出整数，请核对：{0} 作分母或分子都得不出 {1}", "no whole number goes with this rate, please check: {0}, above or below the line, cannot give {1}";
    /// figures/impossible-rate
    RATE_IMPOSSIBLE_TITLE = "比率能否成立", "possible rates";
    /// figures/impossible-rate
    RATE_IMPOSSIBLE_WHY = "件数、人数都是整数；只写了一个数和比率时，另一个数算出来若不可能是整数，其中之一多半有误。基数另有所指的除外。",
        "cases and people come in whole numbers; where only one count stands beside a rate and no whole number can be the other, one of the two is probably wrong, unless the rate has another base.";
    /// figures/ratio
    RATIO_TITLE = "比率与数据", "rate and counts";
    /// figures/ratio
    RATIO_WHY = "文中同时写了分子、分母和比率，三者应一致；四舍五入和直接截尾都算一致。",
        "where numerator, denominator and rate are all given they must agree; rounding and cutting off both count as agreeing.";

    /// Name of a place.
    OTHER_SHARE = "同列其他占比", "another share of the list";
    /// figures/share
    SHARE_WRONG = "占比与同列各项不一致：{0} 写作 {1}，其余各项的总数约为 {2}", "a share does not go with the others: {0} is given as {1}, the others make the whole about {2}";
    /// figures/share
    SHARE_TITLE = "各项占比出自同一总数", "shares of one whole";
    /// figures/share
    SHARE_WHY = "同一组占比的总数相同；由各项数量和占比反推总数，唯独一项对不上，那一项多半有误。", "shares in one list have one base; when the base that a single item implies differs from all others, that item is probably wrong.";

    /// figures/share-total
    SHARE_TOTAL_WRONG = "各项占比之和不是 100%，请核对：{0}，合计为 {1}", "the shares do not make 100 %, please check: {0}; they make {1}";
    /// figures/share-total
    SHARE_TOTAL_TITLE = "各项占比合计", "shares that make up a whole";
    /// figures/share-total
    SHARE_TOTAL_WHY = "列全的各项占比相加应为 100%；每项四舍五入留有末位的出入，只列部分的不作判断。", "shares that are listed completely make 100 %; each may be off by its last digit, and partial lists are not judged.";

    /// figures/difference
    DIFFERENCE_WRONG = "增减数与前后两期数据不符：{0} 与 {1} 相差 {2}，文中写 {3}", "the change does not match the two values: {0} and {1} are {2} apart, the text says {3}";
    /// figures/difference, figures/ratio
    REMAINDER_WRONG = "差数与所列两数不符：{0} 与 {1} 相差 {2}，文中写 {3}", "what is left does not match the two figures: {0} and {1} are {2} apart, the text says {3}";
    /// figures/difference
    DIFFERENCE_TITLE = "增减数与前后数据", "difference and its two values";
    /// figures/difference
    DIFFERENCE_WHY = "写明了前后两期的数据，增减数就是两者之差。", "where both values are given the change is their difference.";

    /// figures/average
    AVERAGE_WRONG = "平均数与数据不符：{0} 为 {1}，文中写 {2}", "the average does not match: {0} is {1}, the text says {2}";
    /// figures/average
    AVERAGE_TITLE = "平均数与数据", "average, total and count";
    /// figures/average
    AVERAGE_WHY = "文中同时写了总数、个数和平均数，三者应一致；四舍五入和截尾都算一致。", "where total, count and average are all given they must agree; rounding and cutting off both count as agreeing.";

    /// figures/growth
    GROWTH_WRONG = "增减幅与前后两期数据不符：由 {0} 到 {1}，变动 {2}%，文中写 {3}", "the change does not match the two values: from {0} to {1} it is {2}%, the text says {3}";
    /// figures/growth
    GROWTH_TITLE = "增减幅与前后数据", "growth and its two values";
    /// figures/growth
    GROWTH_WHY = "写明了前后两期的数据，就能算出增减幅；四舍五入和截尾都算一致。", "where both values are given the change can be computed; rounding and cutting off both count as agreeing.";

    /// figures/list-count
    LIST_WRONG = "所列项数与所称数目不符：称 {0} 项，列出 {1} 项", "the list does not have as many items as announced: {0} announced, {1} listed";
    /// figures/list-count
    LIST_TITLE = "所称数目与所列项数", "announced count and list";
    /// figures/list-count
    LIST_WHY = "写明“四项措施”“三点”就应列出同样多的项；以“等”收尾的不完全列举不作判断。", "an announced number of items should be listed; lists left open by 等 are not judged.";

    /// figures/bound
    BOUND_PART = "部分大于整体：{0} 大于 {1}", "a part exceeds its whole: {0} is more than {1}";
    /// figures/bound
    BOUND_RATE = "比率超过 100%：{0}", "a rate above 100%: {0}";
    /// figures/bound
    BOUND_TITLE = "部分与整体、比率上限", "part and whole, rates up to 100%";
    /// figures/bound
    BOUND_WHY = "“其中”所列不会多于总数；除增减幅外，率和占比不会超过 100%。", "what is among a total cannot exceed it; rates other than growth cannot exceed 100%.";

    /// figures/repeat
    REPEAT_WRONG = "同一数目前后不一：此处 {0}，别处 {1}（{2} 次）", "one number, two values: {0} here, {1} elsewhere ({2} times)";
    /// figures/repeat
    REPEAT_DIFFERS = "前后两处不一：此处 {0}，别处 {1}", "two values: {0} here, {1} elsewhere";
    /// figures/repeat
    REPEAT_TITLE = "同一数目前后一致", "the same number throughout";
    /// figures/repeat
    REPEAT_WHY = "乡镇、街道、村（社区）的个数在一份报告里应当前后一致，说到“上述”“该”的数应与前文相同。", "how many townships or villages there are should be the same throughout a report, and what is told “above” should be what was told.";
}
