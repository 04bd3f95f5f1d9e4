using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Records;

/// <summary>Words for uses: ours, and those of OpenStreetMap, CityGML, Dutch and German registers and Chinese maps.</summary>
public static class BuildingUseWords
{
    private static readonly (string Name, BuildingUse Use, string[] Others)[] Table =
    [
        ("residential", BuildingUse.Residential, ["house", "apartments", "apartment", "dwelling", "detached", "terrace", "semidetached_house", "housing", "flats", "woonfunctie", "wohnen", "wohngebäude", "住宅", "居住", "公寓", "居民楼"]),
        ("office", BuildingUse.Office, ["offices", "business", "government", "public", "civic", "administration", "laboratory", "kantoorfunctie", "büro", "办公", "写字楼", "办公楼", "行政办公", "科研"]),
        ("retail", BuildingUse.Retail, ["commercial", "shop", "shops", "mall", "supermarket", "restaurant", "winkelfunctie", "handel", "商业", "商场", "商店", "餐饮"]),
        ("school", BuildingUse.School, ["education", "educational", "kindergarten", "university", "college", "onderwijsfunctie", "schule", "学校", "教育", "幼儿园", "大学", "教学楼"]),
        ("hotel", BuildingUse.Hotel, ["dormitory", "hostel", "accommodation", "logiesfunctie", "酒店", "宾馆", "宿舍", "旅馆"]),
        ("hospital", BuildingUse.Hospital, ["clinic", "health", "healthcare", "gezondheidszorgfunctie", "krankenhaus", "医院", "医疗", "诊所"]),
        ("industrial", BuildingUse.Industrial, ["industry", "factory", "warehouse", "works", "manufacture", "industriefunctie", "gewerbe", "工业", "厂房", "仓库", "工厂"]),
        ("other", BuildingUse.Other, ["unknown", "yes", "garage", "garages", "shed", "overige gebruiksfunctie", "其他", "其它"]),
    ];

    private static readonly Dictionary<string, BuildingUse> ByWord = Table
        .SelectMany(t => t.Others.Append(t.Name).Select(word => (word, t.Use))).ToDictionary(w => w.word, w => w.Use, StringComparer.OrdinalIgnoreCase);

    /// <summary>Our own words, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(t => t.Name)];

    /// <summary>Our word for a use.</summary>
    public static string NameOf(BuildingUse use) => Table.First(t => t.Use == use).Name;

    /// <summary>The use that a word means; false when it is none of ours.</summary>
    public static bool TryParse(string text, out BuildingUse use)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ByWord.TryGetValue(text.Trim(), out use);
    }

    /// <summary>One sentence for a word that is no use.</summary>
    public static string Mistake(string text) =>
        $"'{text}' is no use of a building; {string.Join(", ", Names)} are accepted, and words such as apartments, 住宅, 办公.{NearestName.Hint(text, ByWord.Keys.Order(StringComparer.Ordinal))}";
}
