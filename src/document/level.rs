//! The level of an organ: as its name says, or as the text speaks of it.

use crate::text::Text;

/// What kind of organ reports.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Level {
    /// 省, 自治区, 直辖市.
    Province,
    /// 市, 州.
    City,
    /// 县, 区, 旗.
    County,
    /// 乡, 镇, 街道.
    Township,
    /// 局, 委, 办.
    Department,
}

impl Level {
    /// All of them, and their names.
    pub const ALL: [(Self, &str); 5] = [
        (Self::Province, "province"),
        (Self::City, "city"),
        (Self::County, "county"),
        (Self::Township, "township"),
        (Self::Department, "department"),
    ];

    /// The level of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(level, _)| level)
    }

    /// As in the contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// Cities that rank as provinces.
const MUNICIPALITIES: &[&str] = &["北京市", "天津市", "上海市", "重庆市"];

/// The level that a name ends in.
pub fn of_name(name: &str) -> Option<Level> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let name = ["县委", "区委", "市委", "省委"].iter().find(|end| name.ends_with(*end)).map_or(name, |_| {
        // A Party committee is of the level of its place.
        name.strip_suffix('委').unwrap_or(name)
    });
    let government = name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府")).unwrap_or(name);
    let of_government = |endings: &[&str]| endings.iter().any(|ending| government.ends_with(ending));
    if ends(&["街道办事处", "办事处", "街道", "街道党工委"]) || of_government(&["镇", "乡", "苏木"])
    {
        Some(Level::Township)
    } else if ends(&["局", "委员会", "委", "办公室", "厅", "支队", "大队", "中心", "总队", "分局", "署"])
        && !name.ends_with("管理委员会")
    {
        Some(Level::Department)
    } else if of_government(&["省", "自治区"]) || MUNICIPALITIES.contains(&government) {
        Some(Level::Province)
    } else if of_government(&["县", "区", "旗", "管理委员会"]) {
        Some(Level::County)
    } else if of_government(&["市", "州", "盟"]) {
        Some(Level::City)
    } else {
        None
    }
}

/// The level that the text speaks of as its own: 我县, 全县.
pub fn of_wording(text: &Text) -> Option<Level> {
    let mut counts =
        [(Level::County, 0), (Level::City, 0), (Level::Township, 0), (Level::Department, 0), (Level::Province, 0)];
    for index in 0..text.len() {
        if !matches!(text.at(index), '我' | '全' | '本') {
            continue;
        }
        let place = match text.at(index + 1) {
            '县' | '区' | '旗' => 0,
            '市' | '州' => 1,
            '镇' | '乡' | '街' => 2,
            '局' | '委' => 3,
            '省' => 4,
            _ => continue,
        };
        counts[place].1 += 1;
    }
    let (level, count) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (count > 0).then_some(level)
}
