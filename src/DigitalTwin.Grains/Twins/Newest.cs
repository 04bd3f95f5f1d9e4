using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Twins;

/// <summary>Who tells a value. A property has a newest value of each, because a count that is derived every second would hide that the sensor beside it is silent.</summary>
internal enum Voice : byte
{
    /// <summary>A sensor or a person: <see cref="Origin.Observed"/>, <see cref="Origin.Assumed"/>.</summary>
    Told,

    /// <summary>The twin itself.</summary>
    Derived,

    /// <summary>A simulation.</summary>
    Simulated,
}

/// <summary>The newest value of one property: a row of 64 bytes, instants in µs since 1970.</summary>
internal struct Newest
{
    public string Property;
    public string Source;
    public string? Text;
    public double Value;
    public long ObservedAt;
    public long ArrivedAt;

    /// <summary>Since when the value has been the very same, by the instants of observation.</summary>
    public long SameSince;

    private byte origin;
    private byte quality;

    public Newest(Observation o, long observedAt, long arrivedAt)
    {
        (Property, Source, Text, Value) = (NamePool.Of(o.Property), NamePool.Of(o.Source), o.Text, o.Value);
        (ObservedAt, ArrivedAt, SameSince) = (observedAt, arrivedAt, observedAt);
        (origin, quality) = ((byte)o.Origin, (byte)o.Quality);
    }

    public Newest(Reading r)
    {
        (Property, Source, Text, Value) = (NamePool.Of(r.Property), NamePool.Of(r.Source), r.Text, r.Value);
        (ObservedAt, ArrivedAt) = (Micros.Of(r.ObservedAt), Micros.Of(r.ArrivedAt));
        (origin, quality, SameSince) = ((byte)r.Origin, (byte)r.Quality, ObservedAt);
    }

    public readonly Origin Origin => (Origin)origin;

    public readonly Voice Voice => VoiceOf(Origin);

    public readonly Reading ToReading() =>
        new(Property, Value, Text, Micros.Instant(ObservedAt), Micros.Instant(ArrivedAt), (Quality)quality, Source, Origin);

    /// <summary>Whether a value of an instant takes the place of this one; of two sources at one instant, what came later stands, as the store has it.</summary>
    public readonly bool GivesWayTo(long observedAt) => observedAt >= ObservedAt;

    /// <summary>Takes the place of an older row of the same property and voice, and keeps since when the value is the same.</summary>
    public void Replace(in Newest older)
    {
        Property = older.Property;
        if (Value.Equals(older.Value) && Text == older.Text) SameSince = older.SameSince;
    }

    public static Voice VoiceOf(Origin origin) => origin switch
    {
        Origin.Derived => Voice.Derived,
        Origin.Simulated => Voice.Simulated,
        _ => Voice.Told,
    };
}
