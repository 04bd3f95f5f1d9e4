using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.WeatherStations;

/// <summary>The twin of a weather station.</summary>
[Reentrant]
internal sealed class WeatherStationGrain(TwinServices services) : TwinGrain(services), IWeatherStationGrain
{
    /// <inheritdoc/>
    protected override TwinBehaviour Behaviour() => new StationBehaviour(TwinKey.Parse(this.GetPrimaryKeyString()).Asset["weather/station/".Length..]);
}
