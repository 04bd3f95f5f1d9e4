using DigitalTwin.Cities;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Weather;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;
using DigitalTwin.Weather.Storms;

namespace DigitalTwin.Simulation.Studies;

/// <summary>From the weather that a variant asks for to what the weather domain is given.</summary>
internal static class WeatherSetup
{
    private const string DefaultFormula = "wuhan-2020";

    /// <summary>Reports what is wrong with a variant's weather.</summary>
    public static void Check(City city, EffectiveScenario variant, ProblemList problems)
    {
        var file = variant.Scenario.File;
        if (variant.Weather.Climate is { } climate)
        {
            EpwReader.Read(climate, problems);
            if (problems.HasErrors) return;
        }
        else if (city.Weather is null && (variant.Weather.Storm is not null || variant.Weather.Temperature is not null))
        {
            problems.Error(file, 0, 0, $"The variant '{variant.Variant.Name}' changes the weather, but neither the scenario nor the map '{city.Name}' gives a climate; name an EPW file under weather: climate.");
            return;
        }
        if (variant.Weather.Storm?.Formula is { } formula && StormFormulas.BuiltIn.Find(formula) is null)
        {
            var known = StormFormulas.BuiltIn.All.Select(f => f.Id).ToArray();
            problems.Error(file, 0, 0, $"There is no storm formula '{formula}'; known are {string.Join(", ", known)}.{NearestName.Hint(formula, known)}");
            return;
        }
        var period = variant.Scenario.Period;
        if (Inputs(city, variant) is not { } inputs) return;
        foreach (var (isError, sentence) in inputs.Mistakes(period.At(period.First), period.End))
        {
            if (isError) problems.Error(file, 0, 0, sentence);
            else problems.Warning(file, 0, 0, sentence);
        }
    }

    /// <summary>Stations, storms and adjustments of a variant, or null when neither the scenario nor the map has a climate.</summary>
    public static WeatherInputs? Inputs(City city, EffectiveScenario variant)
    {
        var (spec, period) = (variant.Weather, variant.Scenario.Period);
        var climate = spec.Climate is null ? city.Weather : FromFile(city, spec.Climate);
        if (climate is null) return null;
        return climate with
        {
            Stations = [.. climate.Stations.Select(station => Overridden(station, spec.Stations))],
            Adjustments = [.. climate.Adjustments, .. Adjustments(spec.Temperature, period, climate.UtcOffset)],
            Storms = spec.Storm is { } storm ? [Storm(storm, period, Formula(variant))] : [],
        };
    }

    /// <summary>How long before a storm begins warnings may speak of it, s: variants whose storms differ part so long before the first of them begins.</summary>
    public static double Lookahead(City city, Scenario scenario) =>
        EffectiveScenario.All(scenario).Max(v => Inputs(city, v) is { } inputs ? new WeatherModel(inputs, [], Options(v)).Lookahead.TotalSeconds : 0);

    /// <summary>A station with what the scenario says of it.</summary>
    private static WeatherStation Overridden(WeatherStation station, IReadOnlyList<StationOverride> overrides) =>
        overrides.FirstOrDefault(o => o.Station == "weather/station/" + station.Id) is not { } own ? station : station with
        {
            TemperatureOffset = station.TemperatureOffset + own.TemperatureOffset,
            RainFactor = station.RainFactor * own.RainFactor,
            WindFactor = station.WindFactor * own.WindFactor,
        };

    /// <summary>The spreads of a variant; chance is set per replication.</summary>
    public static WeatherOptions Options(EffectiveScenario variant) => new()
    {
        StormDepthSpread = Number(variant, "storm-spread") / 100,
        TemperatureSpread = Number(variant, "temperature-spread"),
        WindSpread = Number(variant, "wind-spread") / 100,
    };

    /// <summary>What the weather assumes.</summary>
    public static IEnumerable<LocalizedText> Assumptions(City city, EffectiveScenario variant, IReadOnlyList<WeatherPlace> places)
    {
        if (Inputs(city, variant) is not { } inputs) yield break;
        var model = new WeatherModel(inputs, places, Options(variant));
        foreach (var note in model.Assumptions) yield return note;
        foreach (var reason in model.UnjudgedSignals.GroupBy(s => s.Why))
        {
            yield return new LocalizedText(
                $"Not judged: {string.Join(", ", reason.Select(r => r.Signal.Name.En))}. {reason.Key.En}", $"未判定：{string.Join("、", reason.Select(r => r.Signal.Name.Zh))}。{reason.Key.Zh}");
        }
        if (variant.Weather.Storm is not null)
        {
            var formula = Formula(variant);
            yield return new LocalizedText($"Storms follow the intensity formula {formula.Id} ({formula.Source}).", $"暴雨按强度公式 {formula.Id}（{formula.Source}）。");
        }
    }

    private static WeatherInputs FromFile(City city, string path)
    {
        var file = EpwReader.Read(path, new ProblemList());
        var clock = city.Clock.Source == ClockSource.Nobody ? file.Location.UtcOffset : city.Clock.UtcOffset;
        if (city.Stations.Count == 0) return WeatherInputs.FromEpw(file) with { UtcOffset = clock };
        var series = EpwSeries.From(file);
        return new WeatherInputs
        {
            Stations = [.. city.Stations.Select(s => new WeatherStation(s.Id, s.Name, s.Longitude, s.Latitude, s.Elevation, series))],
            UtcOffset = clock,
        };
    }

    private static IEnumerable<WeatherAdjustment> Adjustments(TemperatureChange? temperature, Period period, TimeSpan utcOffset)
    {
        if (temperature?.Offset is { } kelvin) yield return new TemperatureOffset(kelvin);
        if (temperature?.Peak is not { } peak) yield break;
        var last = DateOnly.FromDateTime(period.End.ToOffset(utcOffset).DateTime);
        for (var day = DateOnly.FromDateTime(period.At(period.First).ToOffset(utcOffset).DateTime); day <= last; day = day.AddDays(1))
            yield return new PeakTemperatureDay(day, peak);
    }

    private static StormSpec Storm(DesignStorm storm, Period period, StormFormula formula)
    {
        // A depth that is given scales the shape, whatever the return period would say.
        const double AnyReturnPeriod = 10;
        return new StormSpec
        {
            Kind = storm.Kind == Hyetograph.Block ? StormKind.Block : StormKind.Chicago,
            Formula = formula,
            ReturnPeriod = storm.ReturnPeriod ?? AnyReturnPeriod,
            GivenDepth = 1000 * storm.Depth ?? double.NaN,
            Duration = TimeSpan.FromSeconds(storm.Duration),
            Begins = period.At(storm.Begins),
            PeakRatio = storm.Peak ?? double.NaN,
        };
    }

    private static StormFormula Formula(EffectiveScenario variant) => StormFormulas.BuiltIn.Find(variant.Weather.Storm?.Formula ?? DefaultFormula)!;

    private static double Number(EffectiveScenario variant, string setting) => variant.Settings.GetValueOrDefault("weather." + setting)?.Number ?? 0;
}
