using DigitalTwin.Numerics.Text;
using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Warnings;

/// <summary>Which signals cannot be judged because the inputs lack what they need. They are never issued, and the user is told so.</summary>
internal static class Unjudged
{
    /// <summary>The signals and what they lack.</summary>
    public static IEnumerable<(WarningSignal Signal, LocalizedText Why)> In(WeatherInputs inputs)
    {
        foreach (var signal in inputs.Warnings.Signals)
        {
            var alternatives = signal.Levels.SelectMany(l => l).ToArray();
            if (alternatives.Length == 0 || alternatives.Any(a => a.All(c => Lacking(c, inputs) is null))) continue;
            var lacking = alternatives.SelectMany(a => a).Select(c => Lacking(c, inputs)).OfType<LocalizedText>().Distinct().ToArray();
            var (en, zh) = (string.Join(", ", lacking.Select(w => w.En)), string.Join("、", lacking.Select(w => w.Zh)));
            yield return (signal, new($"The signal '{signal.Name.En}' is not judged: there is no {en}.", $"未判定{signal.Name.Zh}预警：缺少{zh}。"));
        }
    }

    private static LocalizedText? Lacking(Criterion c, WeatherInputs inputs)
    {
        bool Has(WeatherElement element) => inputs.Stations.Any(s => s.Series.Has(element));
        return c.Measure switch
        {
            Measure.RainSum or Measure.SnowSum => Has(WeatherElement.Precipitation) || inputs.Storms.Count > 0 ? null : new("amounts of precipitation", "降水量"),
            Measure.MeanWind or Measure.Gust => Has(WeatherElement.WindSpeed) ? null : new("wind", "风速"),
            Measure.LowestGroundTemperature => Has(WeatherElement.GroundTemperature) ? null : new("ground temperature", "地面温度"),
            Measure.IcyRoad => Has(WeatherElement.RoadTemperature) ? null : new("road temperature", "路表温度"),
            Measure.FogVisibility or Measure.HazeVisibility =>
                Has(WeatherElement.Visibility) && Has(WeatherElement.RelativeHumidity) ? null : new("visibility and humidity", "能见度和湿度"),
            Measure.DustVisibility => inputs.Phenomena.Any(p => p.Kind == PhenomenonKind.Dust) ? null : new("forecast of dust", "沙尘预报"),
            Measure.Phenomenon => inputs.Phenomena.Any(p => p.Kind == c.Kind) ? null : c.Kind switch
            {
                PhenomenonKind.TropicalCyclone => new("forecast of tropical cyclones", "热带气旋预报"),
                PhenomenonKind.Thunder => new("forecast of thunder", "雷电预报"),
                PhenomenonKind.Hail => new("forecast of hail", "冰雹预报"),
                PhenomenonKind.Dust => new("forecast of dust", "沙尘预报"),
                _ => new("drought index", "干旱指数"),
            },
            _ => Has(WeatherElement.AirTemperature) ? null : new("air temperature", "气温"),
        };
    }
}
