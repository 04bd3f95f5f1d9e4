namespace DigitalTwin.Cities.Synthesis;

/// <summary>Names for districts and main roads, made up from common words; no real place is meant.</summary>
internal static class InventedNames
{
    private static readonly (string En, string Zh)[] Words =
    [
        ("Yunshan", "云杉"), ("Qingfeng", "青枫"), ("Bailu", "白鹭"), ("Songtao", "松涛"), ("Minghu", "明湖"), ("Zijing", "紫荆"),
        ("Zhuxi", "竹溪"), ("Guiyuan", "桂园"), ("Xinghe", "星河"), ("Changhong", "长虹"), ("Wanghu", "望湖"), ("Meiling", "梅岭"),
        ("Fenglin", "枫林"), ("Yinxing", "银杏"), ("Tingtao", "听涛"), ("Furong", "芙蓉"), ("Haitang", "海棠"), ("Chenguang", "晨光"),
        ("Yunling", "云岭"), ("Bibo", "碧波"), ("Guanlan", "观澜"), ("Jinqiao", "金桥"), ("Cuiping", "翠屏"), ("Liuying", "柳莺"),
    ];

    private static readonly (string En, string Zh)[] Kinds =
        [("Quarter", "片区"), ("New Village", "新村"), ("Gardens", "花园"), ("Heights", "高地"), ("Lane", "里"), ("Square", "广场")];

    /// <summary>Name of the i-th district, from 0; numbers tell them apart beyond 144.</summary>
    public static (string En, string Zh) District(int i)
    {
        var (word, kind) = (Words[i % Words.Length], Kinds[i / Words.Length % Kinds.Length]);
        var round = i / (Words.Length * Kinds.Length);
        return round == 0 ? ($"{word.En} {kind.En}", word.Zh + kind.Zh) : ($"{word.En} {kind.En} {round + 1}", $"{word.Zh}{kind.Zh}{round + 1}");
    }

    /// <summary>Name of the i-th place to park, before what it is; numbers tell them apart beyond 24.</summary>
    public static (string En, string Zh) Place(int i)
    {
        var (word, round) = (Words[i * 5 % Words.Length], i / Words.Length);
        return round == 0 ? word : ($"{word.En} {round + 1}", $"{word.Zh}{round + 1}号");
    }

    /// <summary>Name of a main road: an avenue from south to north, or a road from west to east.</summary>
    public static (string En, string Zh) Road(int quarter, int line, bool isAvenue)
    {
        var word = Words[(quarter * 7 + line * 5 + (isAvenue ? 3 : 0)) % Words.Length];
        return isAvenue ? ($"{word.En} Avenue", word.Zh + "大道") : ($"{word.En} Road", word.Zh + "路");
    }
}
