using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Mobility.Emissions;
using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>What a scenario may say about roads and parking: actions, settings and KPIs.</summary>
public static class MobilityVocabulary
{
    /// <summary>The name of the domain: of its actions and of its block of settings.</summary>
    public const string Domain = "mobility";

    /// <summary>The word for everybody among groups of drivers.</summary>
    public const string Everybody = "public";

    /// <summary>The word for no tariff.</summary>
    public const string Free = "free";

    private const string Lot = "parking/lot", Kerb = "parking/kerb", Link = "road/link";

    /// <summary>The whole vocabulary.</summary>
    public static ScenarioVocabulary All { get; } = new() { Actions = Actions(), Settings = Settings(), Kpis = [.. ParkingKpis.All, .. RoadKpis.All] };

    /// <summary>The vocabulary for a map: which cars it knows, what its own fleet is, and its names.</summary>
    internal static ScenarioVocabulary For(ScenarioVocabulary vocabulary, VehicleFleet fleet, MobilityNames? names = null)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(fleet);
        return vocabulary with
        {
            Actions = names?.In(vocabulary.Actions) ?? vocabulary.Actions,
            Settings = [.. vocabulary.Settings.Select(s => s.Key != Domain + ".fleet" ? s : s with
            {
                Parameter = s.Parameter with { Choices = fleet.Kinds, Objection = value => value.Shares is { } shares ? fleet.ObjectionTo(MobilitySettings.Shares(shares)) : null },
                Default = fleet.ToString(),
            })],
        };
    }

    private static ActionDeclaration[] Actions() =>
    [
        Action("close", [Link, Lot, Kerb], true, "A direction of a road, a lot or a kerb takes in nobody; who is on or in it may leave.", "关闭道路某方向、停车场或路内泊位：不再进入，可驶离。"),
        Action("open", [Link, Lot, Kerb], false, "What was closed or cut is open again.", "恢复开放。"),
        Action("cut", [Link], true, "A street is closed in both directions, whichever of them is named.", "道路双向封闭。"),
        Action("limit", [Link], true, "Another speed limit: the free speed is no higher.", "限速调整：自由流速度不高于该值。",
            Quantity("speed", "m/s", 1, 60, "The limit.", "限速值。", required: true)),
        Action("retime", [Link], true, "The signal at the end of a road gives it another share of green.", "信号配时调整：路段末端绿信比。",
            Quantity("green", "%", 1, 100, "Share of the time that is green.", "绿信比。", required: true)),
        Action("resize", [Link, Lot, Kerb], true, "A road has other lanes (a construction site takes some), a lot or kerb other spaces.", "车道数（如施工占道）或泊位数变化。",
            Number("lanes", 0.1, 20, "Lanes of each direction named.", "所列各方向的车道数。") with { OnlyFor = [Link] },
            Number("spaces", 0, 100_000, "Spaces of each lot or kerb named.", "所列各停车设施的泊位数。") with { OnlyFor = [Lot, Kerb] },
            Number("factor", 0.01, 10, "Multiplies the lanes or spaces of the map.", "车道数或泊位数的倍数。"),
            Number("fewer", 0.1, 100_000, "What a construction site takes: so many lanes or spaces fewer. What several sites take at a time adds up; a road without a lane is closed.", "施工占用的车道数或泊位数；同时施工的多处占用累加，无剩余车道的道路视为封闭。"))
            with { OneOf = [["lanes", "spaces", "factor", "fewer"]] },
        Action("share", [Lot, Kerb], true, "Lets in a group of drivers that had no access.", "向原无权限的驾驶人群体共享。",
            Text("with", "The group; 'public' for everybody.", "群体名称；public 表示所有人。", required: true)),
        Action("reserve", [Lot, Kerb], true, "Keeps spaces for a group of drivers.", "为某类驾驶人预留泊位。",
            Number("spaces", 1, 100_000, "How many, in each lot or kerb named.", "每处预留泊位数。", required: true),
            Text("for", "The group.", "群体名称。", required: true)),
        Action("book", [Lot], false, "Books spaces for one occasion: the first drivers that set out from then on, and park within a walk of the lot, have a space held for them from then on, and drive to it.", "为一次活动预订泊位：此后出发、步行可达该停车场的首批驾驶人，自此刻起为其保留泊位并直接前往。",
            Number("spaces", 1, 100_000, "How many, in each lot named.", "每处预订泊位数。", required: true),
            Text("for", "The group of drivers; 'public' for everybody.", "群体名称；public 表示所有人。", required: true),
            Text("to", "The asset to which they go, as in building/building/B-7; any unless given.", "目的地资产，如 building/building/B-7，缺省不限。"),
            Quantity("lasts", "s", 60, 7 * 86400.0, "Who sets out within this time of the event may have a space.", "自事件时刻起在该时长内出发者可获预订。", required: true),
            Quantity("kept", "s", 60, 86400, "How long after its driver sets out a space is kept; an hour unless given.", "驾驶人出发后泊位保留时长，缺省 1 小时。")),
        Action("reprice", [Lot, Kerb], true, "Another tariff, for cars that come from then on.", "调整收费，对此后到达车辆生效。",
            Text("tariff", "Name of a tariff of the map; 'free' for none.", "地图中收费标准的名称；free 表示免费。"),
            Number("factor", 0, 100, "Multiplies what the map's tariff asks.", "现行收费的倍数。"))
            with { OneOf = [["tariff", "factor"]] },
        Action("regulate", [Lot, Kerb], true, "Another rule of the kerb: how long cars may stand, or what is permitted or forbidden, for whom and at which hours. It goes before the map's own policies, for cars that come from then on.",
            "调整停放规定（限时、禁停、装卸等及其对象与时段），优先于地图规定，对此后到达车辆生效。",
            Quantity("stay", "s", 60, 366 * 86400.0, "How long a car may stand while the rule holds.", "规定时段内最长停放时间。"),
            Word("activity", "What is permitted or forbidden, in the words of the Curb Data Specification: 'parking' lifts a limit, 'loading' is for the group alone.", "允许或禁止的活动（CDS 术语）：parking 为取消限制，loading 仅限所列群体。", [.. CurbActivities.Words]),
            Text("hours", "When it holds, as in 'Mo-Fr 08:00-18:00'; always unless given.", "生效时段，如 Mo-Fr 08:00-18:00；缺省为全时。") with { Objection = NoHours },
            Text("for", "The group; 'public', everybody, unless given.", "对象群体；缺省为 public（所有人）。"))
            with { OneOf = [["stay", "activity"]] },
        Action("guide", [], true, "Signs and apps tell drivers how many spaces are free, as they were counted at the last update.", "诱导屏与应用向驾驶人发布空位（按最近一次更新）。",
            Quantity("informed", "%", 0, 100, "Share of drivers who see them; each group's own unless given. 0 % switches guidance off.", "知情驾驶人比例，缺省按各群体自身比例；0 % 为关闭诱导。")),
        Action("crowd", ["building/building", Lot, Kerb, Link], false, "Many cars come to a place for one occasion: a match, a fair. The first set out at the time of the event.", "大型活动：大量车辆前往某处，事件时刻起陆续出发。",
            Number("cars", 0, 1_000_000, "Expected number.", "预期车辆数。", required: true),
            Quantity("begins", "s", 60, 86400, "The occasion begins so long after the time of the event; until then cars arrive evenly.", "事件时刻后多久开始；在此之前车辆均匀到达。", required: true),
            Quantity("lasts", "s", 60, 7 * 86400.0, "How long it lasts.", "持续时间。", required: true),
            Quantity("leaving", "s", 60, 86400, "After it they leave evenly over this time; half an hour unless given.", "散场时段长度（均匀离开），缺省半小时。"),
            Text("group", "The group of drivers that they belong to; as the trips of the map's last purpose unless given.", "驾驶人群体，缺省按地图末项出行目的。")),
    ];

    private static SettingDeclaration[] Settings() =>
    [
        Setting(Number("demand", 0, 100, "Multiplies the trips of the day.", "全日出行量倍数。"), "1"),
        Setting(new("guidance", ParameterKind.Flag, "", false, 0, 0, [], new("Whether signs and apps tell drivers how many spaces are free.", "是否提供停车诱导。")), "false"),
        Setting(Quantity("informed", "%", 0, 100, "Share of drivers who see the guidance, in place of what their groups say.", "可见诱导信息的驾驶人比例，代替各群体设定。"), null),
        Setting(Number("search-patience", 0, 100, "Multiplies how long drivers search for a space before they give up.", "寻位耐心倍数。"), "1"),
        Setting(Quantity("replanning", "%", 0, 100, "Share of drivers who learn of travel times on their way and look for a better one.", "途中获知路况并改道的驾驶人比例。"), "30 %"),
        Setting(Number("iterations", 0, 200, "Days on which drivers learn before the run: their ways, where to park, how full it is. The usual day, dry and without the scenario's events.", "运行前驾驶人学习的天数（路线、停车地点、满位规律）；为无降水、无事件的平常日。"), "0"),
        Setting(Quantity("iteration-gap", "%", 0, 100, "Days are enough when ways together are so little longer than the quickest.", "相对间隙低于该值即停止学习。"), "1 %"),
        Setting(Word("learn", "What the days are like on which drivers learn: usual (without the scenario's events, which take them by surprise) or adapted (with them: what becomes of a measure that lasts).", "学习日类型：usual 为平常日（事件出乎意料），adapted 为包含情景事件（长期措施的适应结果）。", "usual", "adapted"), "usual"),
        Setting(Number("rain-effect", 0, 2, "Weakens or strengthens what rain and snow do to speed and capacity: 0 for nothing, 1 for the Highway Capacity Manual.", "雨雪影响强度：0 为无影响，1 按《道路通行能力手册》。"), "1"),
        Setting(Quantity("heaviest-rain", "mm/h", 1, 1000, "Heavier rain slows traffic no further: nobody has measured by how much.", "超过该雨强后车速不再下降（无实测依据）。"), "50 mm/h"),
        Setting(new("fleet", ParameterKind.Shares, "", false, 0, 1, [], new(
            "Kinds of cars and their shares of the kilometres, for CO2 and NOx; what they leave is shared by the map's other cars as it was. 'electric' emits nothing on the road.",
            "各类车辆占行驶里程的比例（用于二氧化碳与氮氧化物）；余下部分按地图车队原比例分配。electric 在道路上无排放。")), null),
        Setting(Quantity("start.occupancy-age", "s", 0, 366 * 86400.0, "Run from a world: the greatest age of an occupancy that is used.", "从世界启动：可采用的停车占用数据的最大时效。"), "2 h"),
    ];

    private static string? NoHours(ParameterValue value) => WeekHours.TryParse(value.Text, out _, out var problem) ? null : char.ToUpperInvariant(problem![0]) + problem[1..];

    private static SettingDeclaration Setting(ParameterDeclaration parameter, string? otherwise) => new(Domain, parameter, otherwise);

    private static ActionDeclaration Action(string name, string[] targets, bool until, string en, string zh, params ParameterDeclaration[] parameters) =>
        new(name, Domain, targets, parameters, until, new(en, zh));

    private static ParameterDeclaration Quantity(string name, string unit, double least, double most, string en, string zh, bool required = false) =>
        new(name, ParameterKind.Quantity, unit, required, least, most, [], new(en, zh));

    private static ParameterDeclaration Number(string name, double least, double most, string en, string zh, bool required = false) =>
        new(name, ParameterKind.Number, "", required, least, most, [], new(en, zh));

    private static ParameterDeclaration Word(string name, string en, string zh, params string[] choices) =>
        new(name, ParameterKind.Choice, "", false, 0, 0, choices, new(en, zh));

    private static ParameterDeclaration Text(string name, string en, string zh, bool required = false) =>
        new(name, ParameterKind.Text, "", required, 0, 0, [], new(en, zh));
}
