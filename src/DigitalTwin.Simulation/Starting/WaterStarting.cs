using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Starting;

/// <summary>What a starting point says of water, understood: (S1) levels within their range, (S2) positions and settings, and the meters of demand.</summary>
internal static class WaterStarting
{
    private static readonly LocalizedText Initial = new("the network file's initial value", "管网文件初始值");
    private static readonly LocalizedText Pattern = new("the network file's demand at that time of day", "管网文件该时段用水量");

    /// <param name="ledger">The starting point.</param>
    /// <param name="site">The network in its city.</param>
    /// <param name="settings">The variant's settings.</param>
    /// <param name="recording">When the run begins.</param>
    public static WaterStart Read(StartLedger ledger, WaterSite site, WaterSettings settings, Recording recording)
    {
        var start = new WaterStart(site.Network, site.Zones.Count);
        Levels(ledger, start, settings);
        Links(ledger, start, settings);
        Demands(ledger, start, site, settings);
        Explain(ledger, start, site, recording);
        return start;
    }

    /// <summary>(S1) h = clamp(h_o, h_min, h_max).</summary>
    private static void Levels(StartLedger ledger, WaterStart start, WaterSettings settings)
    {
        var network = start.Network;
        var levels = ledger.Open("water/tank", "level", settings.StartLevelAge, Initial);
        for (var t = 0; t < network.Tanks.Count; t++)
        {
            var tank = network.Tanks[t];
            if (tank.Area <= 0) continue;
            var id = network.Nodes.Ids[tank.Node];
            if (levels.Ask(id) is not { } reading) continue;
            if (reading.Text is not null || Math.Abs(reading.Value) > 1e4)
            {
                levels.Refuse(reading, $"The level of water/tank/{id} is {Said(reading)}, which is no level in m; it is not used.", $"water/tank/{id} 的水位“{Said(reading)}”不是以米计的水位，未采用。");
                continue;
            }
            start.Level[t] = Math.Clamp(reading.Value, tank.MinLevel, tank.MaxLevel);
            // A level from single precision may stand a hair's breadth outside.
            if (Math.Abs(start.Level[t] - reading.Value) > 1e-5 * Math.Max(1, tank.MaxLevel))
                ledger.Remark($"The level of water/tank/{id} is {reading.Value:0.###} m, outside its range of {tank.MinLevel:0.###} to {tank.MaxLevel:0.###} m; the run starts at {start.Level[t]:0.###} m.",
                    $"water/tank/{id} 水位 {reading.Value:0.###} m 超出 {tank.MinLevel:0.###} 至 {tank.MaxLevel:0.###} m 的范围，按 {start.Level[t]:0.###} m 开始。");
        }
    }

    private static void Links(StartLedger ledger, WaterStart start, WaterSettings settings)
    {
        var links = start.Network.Links;
        var age = settings.StartStatusAge;
        var (pipes, pumps, valves) = (ledger.Open("water/pipe", "status", age, Initial, isRare: true), ledger.Open("water/pump", "status", age, Initial), ledger.Open("water/valve", "status", age, Initial));
        var (speeds, positions) = (ledger.Open("water/pump", "speed", age, Initial, isRare: true), ledger.Open("water/valve", "setting", age, Initial, isRare: true));
        for (var link = 0; link < links.Count; link++)
        {
            var (kind, id) = (links.Kinds[link], links.Ids[link]);
            // Which way water goes decides over a check valve, nobody else.
            if (kind == LinkKind.CheckValvePipe) continue;
            var (status, setting) = kind switch { LinkKind.Pipe => (pipes, null), LinkKind.Pump => (pumps, speeds), LinkKind.GeneralPurpose => (valves, null), _ => (valves, (StartLedger.Account?)positions) };
            if (status.Ask(id) is { } said) start.Positions[link] = ReadPosition(said, status, kind);
            if (setting?.Ask(id) is not { } number) continue;
            if (number.Text is not null || number.Value < 0 || number.Value > (kind == LinkKind.Pump ? 3 : 1e5))
            {
                setting.Refuse(number, $"The {number.Property} of {number.Asset} is {Said(number)}, which makes no sense; it is not used.", $"{number.Asset} 的“{number.Property}”为 {Said(number)}，不合理，未采用。");
                continue;
            }
            start.Setting[link] = number.Value;
            if (kind == LinkKind.Pump) Agree(ledger, start, link, number);
        }
        foreach (var pump in start.Network.Pumps.Where(p => p.SpeedPattern >= 0 && !double.IsNaN(start.Setting[p.Link])))
            ledger.Remark($"The speed of water/pump/{links.Ids[pump.Link]} follows a pattern of the network file from the first step on.", $"water/pump/{links.Ids[pump.Link]} 的转速自首步起按管网文件的模式变化。");
    }

    /// <summary>A pump with a speed of 0 is off. One that is off may well tell the speed at which it would run: its status counts.</summary>
    private static void Agree(StartLedger ledger, WaterStart start, int link, StartingReading speed)
    {
        ref var position = ref start.Positions[link];
        if (speed.Value == 0 && position == Position.Open)
            ledger.Remark($"{speed.Asset} is said to be open and to have a speed of 0; it is taken to be off.", $"{speed.Asset} 状态为开而转速为 0，按停机处理。");
        if (position == Position.Closed) start.Setting[link] = double.NaN;
        else position = speed.Value > 0 ? Position.Open : Position.Closed;
    }

    private static Position ReadPosition(StartingReading reading, StartLedger.Account account, LinkKind kind)
    {
        var position = reading.Text?.Trim().ToLowerInvariant() switch
        {
            "open" or "opened" or "on" or "running" or "started" or "1" => Position.Open,
            "closed" or "shut" or "off" or "stopped" or "0" => Position.Closed,
            "active" or "regulating" or "2" => Position.Regulating,
            null when reading.Value == 1 => Position.Open,
            null when reading.Value == 0 => Position.Closed,
            null when reading.Value == 2 => Position.Regulating,
            _ => Position.AsInFile,
        };
        if (position == Position.Regulating && kind <= LinkKind.Pump) position = Position.AsInFile;
        if (position == Position.AsInFile)
            account.Refuse(reading, $"The status of {reading.Asset} is {Said(reading)}; accepted are open (1), closed (0) and, for a valve, active (2). It is not used.",
                $"{reading.Asset} 的状态“{Said(reading)}”无法识别（可用 open/1、closed/0，阀门另有 active/2），未采用。");
        return position;
    }

    private static void Demands(StartLedger ledger, WaterStart start, WaterSite site, WaterSettings settings)
    {
        var network = site.Network;
        var age = settings.StartDemandAge;
        var (junctions, factors) = (ledger.Open("water/junction", "demand", age, Pattern, isRare: true), ledger.Open("water/junction", "demand-factor", age, Pattern, isRare: true));
        for (var i = 0; i < network.Nodes.JunctionCount; i++)
        {
            var (demand, factor) = (Number(junctions, network.Nodes.Ids[i], -10, 100), Number(factors, network.Nodes.Ids[i], 0, 100));
            (start.JunctionDemand[i], start.DemandFactor[i]) = (demand?.Value ?? double.NaN, factor?.Value ?? double.NaN);
            if (demand is not null && factor is not null && factor.ObservedAt > demand.ObservedAt) start.JunctionDemand[i] = double.NaN;
        }
        var (demands, inflows) = (ledger.Open("city/district", "demand", age, Pattern, isRare: true), ledger.Open("city/district", "inflow", age, Pattern, isRare: true));
        for (var z = 0; z < site.Zones.Count; z++)
        {
            var id = site.Zones[z]["city/district/".Length..];
            var (demand, inflow) = (Number(demands, id, 0, 1e4), Number(inflows, id, 0, 1e4));
            // What was metered long before the factors of an earlier run is in those factors already.
            var newest = Newest(ledger, site, z);
            if (demand is not null && demand.ObservedAt >= newest) start.ZoneDemand[z] = demand.Value;
            else if (inflow is not null && inflow.ObservedAt >= newest) start.ZoneInflow[z] = inflow.Value;
        }
    }

    /// <summary>Says how far meter and network file are apart, before chance, heat and losses.</summary>
    private static void Explain(StartLedger ledger, WaterStart start, WaterSite site, Recording recording)
    {
        var network = site.Network;
        var asked = DemandScaling.Asked(network.With(network.Options, WaterDomain.Clocked(network.Times, recording)));
        for (var z = 0; z < site.Zones.Count; z++)
        {
            var metered = double.IsNaN(start.ZoneDemand[z]) ? start.ZoneInflow[z] : start.ZoneDemand[z];
            if (double.IsNaN(metered)) continue;
            var (zone, file) = (site.Zones[z], Enumerable.Range(0, network.Nodes.JunctionCount).Where(i => site.Zone[i] == z).Sum(i => asked[i]));
            if (file <= 0) ledger.Remark($"{zone} has a meter ({metered:0.#####} m³/s), but no demand in the network file at that time: it is not scaled.", $"{zone} 有计量（{metered:0.#####} m³/s），但管网文件该时段无用水，未缩放。");
            else if (metered / file is < DemandScaling.LeastZone or > DemandScaling.MostZone)
                ledger.Remark($"The meter of {zone} says {metered:0.#####} m³/s where the network file has {file:0.#####} m³/s: its demand is scaled by no more than {DemandScaling.LeastZone} to {DemandScaling.MostZone}.",
                    $"{zone} 计量 {metered:0.#####} m³/s，管网文件 {file:0.#####} m³/s，缩放系数限于 {DemandScaling.LeastZone} 至 {DemandScaling.MostZone}。");
            else ledger.Remark($"The meter of {zone} says {metered:0.#####} m³/s where the network file has {file:0.#####} m³/s: its demand is scaled by about {metered / file:0.###}.",
                $"{zone} 计量 {metered:0.#####} m³/s，管网文件 {file:0.#####} m³/s，用水约按 {metered / file:0.###} 倍缩放。");
        }
    }

    /// <summary>When the youngest factor of an earlier run in a zone was so.</summary>
    private static DateTimeOffset Newest(StartLedger ledger, WaterSite site, int zone)
    {
        var newest = DateTimeOffset.MinValue;
        for (var i = 0; i < site.Network.Nodes.JunctionCount; i++)
        {
            if (site.Zone[i] == zone && ledger.Start.Find("water/junction/" + site.Network.Nodes.Ids[i], "demand-factor") is { IsUsable: true } factor && factor.ObservedAt > newest)
                newest = factor.ObservedAt;
        }
        return newest;
    }

    private static StartingReading? Number(StartLedger.Account account, string id, double least, double most)
    {
        if (account.Ask(id) is not { } reading) return null;
        if (reading.Text is null && reading.Value >= least && reading.Value <= most) return reading;
        account.Refuse(reading, $"The {reading.Property} of {reading.Asset} is {Said(reading)}; accepted are numbers from {least:0.###} to {most:0.###}. It is not used.",
            $"{reading.Asset} 的“{reading.Property}”为 {Said(reading)}，应为 {least:0.###} 至 {most:0.###} 的数，未采用。");
        return null;
    }

    private static string Said(StartingReading reading) => reading.Text is { } text ? $"'{(text.Length <= 40 ? text : text[..40] + "…")}'" : $"{reading.Value:0.######}";
}
