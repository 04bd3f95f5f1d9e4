using System.Text.RegularExpressions;

namespace DigitalTwin.Buildings.Records;

/// <summary>
/// A Chinese address taken apart into its levels: province, city, county, town, community, residential quarter and building, as city archives keep them (every level is there, 无 for none). It says which are missing;
/// it looks nothing up, so a level that does not exist is none the wiser.
/// </summary>
public sealed partial class StandardAddress
{
    private static readonly (string En, string Zh)[] Names =
        [("province", "省"), ("city", "市"), ("county", "区县"), ("town", "街道乡镇"), ("community", "社区村"), ("quarter", "小区"), ("building", "幢")];

    private readonly string[] levels;

    private StandardAddress(string[] levels) => this.levels = levels;

    /// <summary>Names of the levels, from the widest, in English and in Chinese.</summary>
    public static IReadOnlyList<(string En, string Zh)> Levels => Names;

    /// <summary>Levels that an address does not name, in the order of <see cref="Levels"/>.</summary>
    public IEnumerable<(string En, string Zh)> Missing => Names.Where((_, i) => levels[i].Length == 0);

    /// <summary>Whether every level is there.</summary>
    public bool IsWhole => Array.TrueForAll(levels, level => level.Length > 0);

    /// <summary>A level's text, empty when it is not there.</summary>
    public string this[int level] => levels[level];

    /// <summary>Takes an address apart; what comes in no known order leaves its levels missing.</summary>
    public static StandardAddress Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var found = Pattern().Match(address.Replace(" ", "", StringComparison.Ordinal));
        return new([.. Enumerable.Range(1, Names.Length).Select(i => found.Success ? found.Groups[i].Value : "")]);
    }

    // Each level ends with its own word; a municipality such as 北京市 is its own province, and 桂园苑小区 is one quarter, not three.
    [GeneratedRegex("^(.{2,7}?(?:省|自治区|特别行政区)|(?=(?:北京|上海|天津|重庆)市)(?:北京|上海|天津|重庆)市)?(.{2,8}?(?:市|自治州|地区|盟))?(.{1,10}?(?:区(?!街)|县|旗))?(.{1,12}?(?:街道|镇|乡))?(.{1,12}?(?:社区|村))?(.{1,20}(?:小区|花园|苑|园|大厦|广场|公寓))?([0-9A-Za-z一二三四五六七八九十]+(?:-[0-9]+)?(?:幢|栋|号楼|座|号))?", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Pattern();
}
