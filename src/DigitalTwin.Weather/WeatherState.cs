using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Weather;

/// <summary>
/// The weather of the places of a model at one time: a value, which can be cloned, written and read back to the same bits. Temperatures, humidity,
/// pressure, wind, clouds and visibility are those at <see cref="Time"/>; radiation and precipitation are means over the step that ended there.
/// NaN stands where no station knows a quantity.
/// </summary>
public sealed class WeatherState
{
    private const byte Format = 1;

    internal WeatherState(int places, int signals)
    {
        Now = new PlaceValues(places);
        Windows = new RainWindows(places);
        Signals = new SignalState[places * signals];
        foreach (ref var signal in Signals.AsSpan()) signal.BelowSince = double.NaN;
    }

    /// <summary>How many places.</summary>
    public int Places => Now.Places;

    /// <summary>The end of the last step, or null before the first one.</summary>
    public DateTimeOffset? Time => double.IsNaN(Seconds) ? null : Instant.Time(Seconds);

    /// <summary>Air temperature, degC.</summary>
    public double[] AirTemperature => Now.AirTemperature;

    /// <summary>Relative humidity against water, %.</summary>
    public double[] RelativeHumidity => Now.RelativeHumidity;

    /// <summary>Dew point, degC.</summary>
    public double[] DewPoint => Now.DewPoint;

    /// <summary>Pressure at the place's elevation, Pa.</summary>
    public double[] Pressure => Now.Pressure;

    /// <summary>Mean wind speed 10 m above ground, m/s.</summary>
    public double[] WindSpeed => Now.WindSpeed;

    /// <summary>Direction the wind comes from, degrees clockwise from north, 0 to 360.</summary>
    public double[] WindDirection => Now.WindDirection;

    /// <summary>Gust (3 s), m/s.</summary>
    public double[] Gust => Now.Gust;

    /// <summary>Cloud cover, 0 to 1.</summary>
    public double[] CloudCover => Now.CloudCover;

    /// <summary>Visibility, m.</summary>
    public double[] Visibility => Now.Visibility;

    /// <summary>Temperature of the ground's surface, degC.</summary>
    public double[] GroundTemperature => Now.GroundTemperature;

    /// <summary>Temperature of the road's surface, degC.</summary>
    public double[] RoadTemperature => Now.RoadTemperature;

    /// <summary>Global horizontal radiation, W/m2.</summary>
    public double[] GlobalRadiation => Now.GlobalRadiation;

    /// <summary>Direct normal radiation, W/m2.</summary>
    public double[] DirectRadiation => Now.DirectRadiation;

    /// <summary>Diffuse horizontal radiation, W/m2.</summary>
    public double[] DiffuseRadiation => Now.DiffuseRadiation;

    /// <summary>Infrared radiation from the sky on a horizontal plane, W/m2.</summary>
    public double[] InfraredRadiation => Now.InfraredRadiation;

    /// <summary>Precipitation of any kind, mm/h of water.</summary>
    public double[] Precipitation => Now.Precipitation;

    /// <summary>Rain, mm/h.</summary>
    public double[] Rain => Now.Rain;

    /// <summary>Snow, mm/h of water.</summary>
    public double[] Snow => Now.Snow;

    /// <summary>Precipitation of the last hours.</summary>
    public RainWindows Windows { get; }

    internal PlaceValues Now { get; }

    /// <summary>Signals by place and signal.</summary>
    internal SignalState[] Signals { get; }

    /// <summary>Changes of signals in the last step.</summary>
    internal List<SignalChange> Changes { get; } = [];

    /// <summary>s since 1970, NaN before the first step.</summary>
    internal double Seconds { get; set; } = double.NaN;

    /// <summary>A copy that shares nothing.</summary>
    public WeatherState Clone()
    {
        var copy = new WeatherState(Places, Places == 0 ? 0 : Signals.Length / Places);
        CopyTo(copy);
        return copy;
    }

    /// <summary>Overwrites a state of the same places.</summary>
    public void CopyTo(WeatherState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Places != Places || other.Signals.Length != Signals.Length) throw new ArgumentException($"The other state has {other.Places} places, this one {Places}.", nameof(other));
        Now.CopyTo(other.Now);
        Windows.CopyTo(other.Windows);
        Signals.CopyTo(other.Signals, 0);
        other.Changes.Clear();
        other.Changes.AddRange(Changes);
        other.Seconds = Seconds;
    }

    /// <summary>Writes the state, bit for bit.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Format);
        writer.Write(Places);
        writer.Write(Signals.Length);
        writer.Write(Seconds);
        Now.WriteTo(writer);
        Windows.WriteTo(writer);
        foreach (var signal in Signals) signal.WriteTo(writer);
        writer.Write(Changes.Count);
        foreach (var change in Changes) change.WriteTo(writer);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another format or of other places.</exception>
    public void ReadFrom(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.ReadByte() != Format) throw new InvalidDataException("The bytes are not a weather state of this version.");
        var places = reader.ReadInt32();
        var signals = reader.ReadInt32();
        if (places != Places || signals != Signals.Length)
            throw new InvalidDataException($"The written weather state has {places} places and {signals} signals, this one {Places} and {Signals.Length}.");
        Seconds = reader.ReadDouble();
        Now.ReadFrom(reader);
        Windows.ReadFrom(reader);
        for (var i = 0; i < Signals.Length; i++) Signals[i] = SignalState.ReadFrom(reader);
        Changes.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--) Changes.Add(SignalChange.ReadFrom(reader));
    }
}
