using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Warnings;

/// <summary>Something that the model does not compute, and that a forecaster or an observer must say.</summary>
public enum PhenomenonKind
{
    /// <summary>A tropical cyclone affects the place.</summary>
    TropicalCyclone,

    /// <summary>Thunder and lightning.</summary>
    Thunder,

    /// <summary>Hail.</summary>
    Hail,

    /// <summary>Blowing sand or dust.</summary>
    Dust,

    /// <summary>Drought, by the composite meteorological drought index.</summary>
    Drought,
}

/// <summary>How surely, or how severely.</summary>
public enum Likelihood
{
    /// <summary>Possible.</summary>
    Possible = 1,

    /// <summary>Likely; for a drought, severe (重旱).</summary>
    Likely = 2,

    /// <summary>Very likely, or strong; for a drought, extreme (特旱).</summary>
    VeryLikely = 3,
}

/// <summary>A phenomenon that is forecast or observed.</summary>
/// <param name="Kind">What.</param>
/// <param name="Likelihood">How surely.</param>
/// <param name="From">Begin.</param>
/// <param name="Until">End.</param>
/// <param name="Places">Ids of the places concerned; null for all.</param>
public sealed record Phenomenon(PhenomenonKind Kind, Likelihood Likelihood, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string>? Places = null)
{
    internal double FromSeconds => Instant.Seconds(From);

    internal double UntilSeconds => Instant.Seconds(Until);

    internal bool Concerns(string place)
    {
        if (Places is null) return true;
        for (var i = 0; i < Places.Count; i++)
            if (Places[i] == place) return true;
        return false;
    }
}
