using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet.Checking;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Conversion;

/// <summary>Makes a network in SI of a file in its own units: one table after the other, each in its own class.</summary>
internal static class NetworkConversion
{
    public static WaterNetwork Convert(EpanetFile file)
    {
        var problems = new ProblemList();
        var units = new EpanetUnits(file.Options);
        var layout = SectionLayout.Of(file);
        var series = new SeriesConversion(file, units, problems);
        var nodes = new NodeConversion(file, units, layout, series, problems);
        var links = new LinkConversion(file, units, layout, nodes, series, problems);
        var controls = new ControlConversion(file, units, nodes, links, problems);
        var network = new WaterNetwork
        {
            Name = file.Name,
            Nodes = nodes.ToTable(),
            Links = links.ToTable(),
            Tanks = nodes.Tanks,
            Pumps = links.ToPumps(out var energy),
            Valves = links.Valves,
            Patterns = series.Patterns,
            Controls = controls.ToControls(),
            Rules = controls.ToRules(),
            Curves = series.ToCurves(),
            Options = ToOptions(file.Options, units),
            Times = file.Times.ToWaterTimes(),
            Energy = energy,
        };
        NetworkChecks.Check(file, (_, _) => 0, links.Touches(), file.Name, problems);
        problems.ThrowIfErrors();
        return network;
    }

    private const double RuleTolerance = 1e-3; // of the file's unit, as EPANET compares

    private static WaterOptions ToOptions(EpanetOptions given, EpanetUnits units)
    {
        const double Water = 1.1e-5 * 0.3048 * 0.3048; // m²/s, EPANET's viscosity of water at 20 °C
        var usual = new WaterOptions();
        var minimum = given.MinimumPressure ?? 0;
        return new()
        {
            HeadLoss = given.HeadLoss ?? usual.HeadLoss,
            DemandModel = given.DemandModel ?? usual.DemandModel,
            MinimumPressure = minimum * units.Pressure,
            RequiredPressure = (given.RequiredPressure ?? minimum + 0.1) * units.Pressure,
            PressureExponent = given.PressureExponent ?? usual.PressureExponent,
            Viscosity = given.Viscosity switch
            {
                null => Water,
                > 1e-3 => given.Viscosity.Value * Water,
                _ => given.Viscosity.Value * units.Length * units.Length,
            },
            SpecificGravity = given.SpecificGravity ?? 1,
            Trials = given.Trials ?? usual.Trials,
            Accuracy = Math.Clamp(given.Accuracy ?? usual.Accuracy, 1e-5, 1e-1),
            HeadError = (given.HeadError ?? 0) * units.Length,
            FlowChange = (given.FlowChange ?? 0) * units.Flow,
            UnbalancedTrials = given.UnbalancedTrials ?? usual.UnbalancedTrials,
            CheckFrequency = given.CheckFrequency ?? usual.CheckFrequency,
            MaxCheck = given.MaxCheck ?? usual.MaxCheck,
            DampLimit = given.DampLimit ?? usual.DampLimit,
            DemandMultiplier = given.DemandMultiplier ?? 1,
            EmitterExponent = given.EmitterExponent ?? usual.EmitterExponent,
            EmitterBackflow = given.EmitterBackflow ?? true,
            FileLength = units.Length,
            RuleHeadTolerance = RuleTolerance * units.Length,
            RulePressureTolerance = RuleTolerance * units.Pressure,
            RuleFlowTolerance = RuleTolerance * units.Flow,
        };
    }
}
