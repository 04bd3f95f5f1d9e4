namespace DigitalTwin.Weather.Warnings;

/// <summary>
/// The weather of the warned places in cells of ten minutes, from three days ago to the end of the forecast: what was observed and what is forecast. Both are functions
/// of the inputs and the time alone, so this is a workspace that may be thrown away at any time, and no part of the state.
/// </summary>
internal sealed class Outlook
{
    /// <summary>Length of a cell, s. Cells are counted from 1970 and all elements of one stand at the same place in their arrays.</summary>
    public const int CellSeconds = 600;

    /// <summary>Cells per hour.</summary>
    public const int PerHour = 3600 / CellSeconds;

    /// <summary>How far back signals look: 48 h of a cold wave after 24 h that it is measured against; three local days.</summary>
    public const int PastCells = 72 * PerHour;

    private readonly PlaceWeather field;
    private readonly PlaceValues now;
    private readonly int ring;
    private long known, end;

    public Outlook(PlaceWeather field, int places, int forecastCells)
    {
        (this.field, ForecastCells, now) = (field, forecastCells, new PlaceValues(places));
        ring = PastCells + forecastCells + (24 * PerHour);
        Places = places;
        double[] Column() => new double[places * ring];
        (Rain, Snow, Temperature, Humidity, Wind, Gust) = (Column(), Column(), Column(), Column(), Column(), Column());
        (Visibility, Ground, Road) = (Column(), Column(), Column());
    }

    public int Places { get; }

    public int ForecastCells { get; }

    /// <summary>mm in the cell.</summary>
    public double[] Rain { get; }

    /// <summary>mm of water in the cell.</summary>
    public double[] Snow { get; }

    /// <summary>degC at the cell's end.</summary>
    public double[] Temperature { get; }

    /// <summary>% at the cell's end.</summary>
    public double[] Humidity { get; }

    /// <summary>m/s at the cell's end.</summary>
    public double[] Wind { get; }

    /// <summary>m/s at the cell's end.</summary>
    public double[] Gust { get; }

    /// <summary>m at the cell's end.</summary>
    public double[] Visibility { get; }

    /// <summary>Ground temperature, degC at the cell's end.</summary>
    public double[] Ground { get; }

    /// <summary>Road temperature, degC at the cell's end.</summary>
    public double[] Road { get; }

    /// <summary>Copies consecutive cells of a place.</summary>
    public void Copy(double[] column, int place, long cell, Span<double> to)
    {
        var at = InRing(cell);
        var whole = Math.Min(to.Length, ring - at);
        column.AsSpan((place * ring) + at, whole).CopyTo(to);
        column.AsSpan(place * ring, to.Length - whole).CopyTo(to[whole..]);
    }

    /// <summary>Makes the cells from three days before a cell to the end of the forecast known.</summary>
    /// <param name="cell">The first cell that lies in the future.</param>
    public void MoveTo(long cell)
    {
        var (from, until) = (cell - PastCells, cell + ForecastCells);
        if (from < known || from > end || end > until + (24 * PerHour)) (known, end) = (from, from);
        for (; end < until; end++) Fill(end);
        known = Math.Max(known, end - ring);
    }

    private int InRing(long cell) => (int)(((cell % ring) + ring) % ring);

    private void Fill(long cell)
    {
        field.FillForWarnings(cell * (double)CellSeconds, (cell + 1) * (double)CellSeconds, now);
        for (var p = 0; p < Places; p++)
        {
            var at = (p * ring) + InRing(cell);
            Rain[at] = now.Rain[p] / PerHour;
            Snow[at] = now.Snow[p] / PerHour;
            Temperature[at] = now.AirTemperature[p];
            Humidity[at] = now.RelativeHumidity[p];
            Wind[at] = now.WindSpeed[p];
            Gust[at] = now.Gust[p];
            Visibility[at] = now.Visibility[p];
            Ground[at] = now.GroundTemperature[p];
            Road[at] = now.RoadTemperature[p];
        }
    }
}
