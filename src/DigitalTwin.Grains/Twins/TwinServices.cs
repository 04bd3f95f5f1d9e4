using DigitalTwin.Grains.Hosting;
using DigitalTwin.Storage;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Grains.Twins;

/// <summary>What twins need from their silo.</summary>
internal sealed record TwinServices(ICityStore Store, WorldDirectory Worlds, CityClock Clock, ILogger<TwinServices> Log)
{
    /// <summary>µs since 1970.</summary>
    public long Now => Micros.Of(Clock.Time.GetUtcNow());
}
