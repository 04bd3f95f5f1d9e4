using DigitalTwin.Buildings.Records;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>What a scenario may say about buildings: actions, settings and KPIs.</summary>
public static class BuildingsVocabulary
{
    /// <summary>The name of the domain: of its actions and of its block of settings.</summary>
    public const string Domain = "buildings";

    private const string Building = "building/building", District = "city/district";

    private static readonly string[] Many = [Building, District];

    /// <summary>The words for uses, as scenarios write them.</summary>
    public static IReadOnlyList<string> Uses { get; } = BuildingUseWords.Names;

    /// <summary>The whole vocabulary.</summary>
    public static ScenarioVocabulary All { get; } = new() { Actions = Actions(), Settings = Settings(), Kpis = BuildingKpis.All };

    private static ActionDeclaration[] Actions() =>
    [
        Action("build", [Building], false, "A new building stands from then on: its people, energy, water, cars and shade.", "新建筑自此启用：人员、能耗、用水、交通与遮挡。",
            Text("from", "Its file, beside the scenario: IFC, CityJSON, CityGML or GeoJSON.", "建筑文件（相对情景文件）：IFC、CityJSON、CityGML 或 GeoJSON。", required: true),
            Text("building", "Which of the file's buildings; needed where it has several.", "文件中的建筑编号（含多栋时必填）。"),
            Number("lon", -180, 180, "Longitude of its middle, where the file does not place it or elsewhere than it does.", "中心经度，缺省按文件。"),
            Number("lat", -90, 90, "Latitude of its middle.", "中心纬度。"),
            Number("rotation", -360, 360, "Turns it clockwise, degrees.", "顺时针旋转角度。"),
            Use("Its use, in place of what the file says.", "用途，代替文件所述。"),
            Number("year", 1800, 2200, "Year of completion; the scenario's unless the file says it.", "竣工年份，缺省为情景年份。"),
            Number("households", 0, 100_000, "Households.", "户数。"),
            Number("occupants", 0, 1_000_000, "People who live or work in it.", "居住或工作人数。"))
            with { Introduces = true },
        Action("demolish", Many, false, "A building is gone: nobody in it, no shade.", "建筑拆除：无人、无遮挡。"),
        Action("retrofit", Many, true, "Other transmittances, glass, tightness or photovoltaics. What is worse than now stays as it is.", "改善围护结构、玻璃、气密性或光伏；劣于现状者不变。",
            Quantity("wall", "W/(m2 K)", 0.05, 6, "Transmittance of walls.", "外墙传热系数。"),
            Quantity("roof", "W/(m2 K)", 0.05, 6, "Transmittance of roofs.", "屋面传热系数。"),
            Quantity("floor", "W/(m2 K)", 0.05, 6, "Transmittance of the lowest floor.", "底层楼板传热系数。"),
            Quantity("window", "W/(m2 K)", 0.3, 8, "Transmittance of windows.", "外窗传热系数。"),
            Number("solar-factor", 0.05, 1, "Solar heat gain coefficient of the glass at normal incidence.", "玻璃太阳得热系数（法向）。"),
            Number("infiltration", 0.01, 5, "Volumes of air per hour that leak in.", "渗透换气次数（次/小时）。"),
            Quantity("photovoltaics", "%", 0, 100, "Share of the roof that can carry photovoltaics which does.", "可装光伏屋面的安装比例。")),
        Action("change-use", Many, true, "Another use: other people, hours, equipment and comfort.", "改变用途：人员、时段、设备与舒适要求随之改变。",
            Use("The use.", "用途。", required: true),
            Number("occupants", 0, 1_000_000, "People in each; as many per floor area as the use has unless given.", "每栋人数，缺省按该用途人均面积。")),
        Action("setpoint", Many, true, "Rooms are heated and cooled to other temperatures.", "改变供暖、供冷设定温度。",
            Quantity("heating", "degC", 0, 40, "Heated to.", "供暖设定温度。"),
            Quantity("cooling", "degC", 10, 50, "Cooled to.", "供冷设定温度。")),
        Action("demand-response", Many, true, "Owners are asked to spare electricity; each building takes part or not.", "需求响应：请用户少用电，各建筑自行决定是否参与。",
            Quantity("cooling", "K", 0, 15, "So much warmer are rooms cooled to.", "供冷设定温度上调。"),
            Quantity("heating", "K", 0, 15, "So much cooler are rooms heated to.", "供暖设定温度下调。"),
            Quantity("shed", "%", 0, 100, "Share of light and equipment that is switched off.", "照明与设备削减比例。"),
            Quantity("participation", "%", 0, 100, "Share of the buildings that take part; all unless given.", "参与建筑比例，缺省全部。")),
        Action("outage", Many, true, "No electricity from the grid: no light, no equipment, no heating or cooling that needs it.", "停电：照明、设备及用电供暖供冷停止。"),
    ];

    private static SettingDeclaration[] Settings() =>
    [
        Setting(Quantity("people", "%", 0, 1000, "People in the buildings, beside what the map and their uses say.", "建筑人数占地图及用途设定的比例。"), "100 %"),
        Setting(Number("price-factor", 0, 100, "Multiplies what electricity costs.", "电价倍数。"), "1"),
        Setting(Quantity("ground-temperature", "degC", -20, 40, "Temperature of the ground below buildings; the mean air temperature of the climate's year unless given.", "建筑下地温，缺省取气候年平均气温。"), null),
        Setting(new("people-by-trips", ParameterKind.Flag, "", false, 0, 0, [], new("Whether who is on the road, or gave up the trip, is missing from where the trip leads (when roads are simulated).", "在途或放弃出行者是否从目的建筑人数中扣除（道路参与模拟时）。")), "true"),
    ];

    private static SettingDeclaration Setting(ParameterDeclaration parameter, string? otherwise) => new(Domain, parameter, otherwise);

    private static ActionDeclaration Action(string name, string[] targets, bool until, string en, string zh, params ParameterDeclaration[] parameters) =>
        new(name, Domain, targets, parameters, until, new(en, zh));

    private static ParameterDeclaration Use(string en, string zh, bool required = false) => new("use", ParameterKind.Choice, "", required, 0, 0, Uses, new(en, zh));

    private static ParameterDeclaration Quantity(string name, string unit, double least, double most, string en, string zh) =>
        new(name, ParameterKind.Quantity, unit, false, least, most, [], new(en, zh));

    private static ParameterDeclaration Number(string name, double least, double most, string en, string zh) =>
        new(name, ParameterKind.Number, "", false, least, most, [], new(en, zh));

    private static ParameterDeclaration Text(string name, string en, string zh, bool required = false) =>
        new(name, ParameterKind.Text, "", required, 0, 0, [], new(en, zh));
}
