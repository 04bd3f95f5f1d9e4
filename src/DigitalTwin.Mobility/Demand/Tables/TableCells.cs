namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>Cells that several tables of demand have.</summary>
internal static class TableCells
{
    /// <summary>Any name that has no row of its own.</summary>
    public const string Others = "*";

    /// <summary>Days of the week; every day when the cell is empty or wrong (reported).</summary>
    public static byte Days(this NamedTable table, int column)
    {
        var text = table.Text(column);
        if (text.Length == 0) return Departure.EveryDay;
        if (WeekDays.TryParse(text, out var days)) return days;
        table.Error(column, $"'{NamedTable.Short(text)}' is no days of the week; {WeekDays.Accepted}.");
        return Departure.EveryDay;
    }

    /// <summary>Index of a name, -1 when the cell is empty or wrong (reported).</summary>
    public static int Name(this NamedTable table, int column, NameBook book)
    {
        if (table.Text(column) is not { Length: > 0 } name) return TripSheet.Unstated;
        var row = book.Find(name, out var sentence);
        if (sentence is not null) table.Error(column, sentence);
        return row;
    }

    /// <summary>Index of a name that must be there, -1 when it is wrong (reported).</summary>
    public static int NameThere(this NamedTable table, int column, NameBook book)
    {
        if (table.Text(column).Length == 0) table.Missing(column);
        return table.Name(column, book);
    }

    /// <summary>A number that must be there; NaN when it is not (reported).</summary>
    public static double NumberThere(this NamedTable table, int column, double least, double most)
    {
        if (table.Text(column).Length == 0) table.Missing(column);
        return table.Number(column, least, most);
    }

    /// <summary>A band of the day, s since midnight; false when it is none (reported).</summary>
    public static bool TryBand(this NamedTable table, int from, int until, out (double From, double Until) band)
    {
        var begins = table.TryTime(from, out band.From);
        if (!(table.TryTime(until, out band.Until) && begins)) return false;
        if (band.Until > band.From) return true;
        table.Error(until, $"The band ends at {table.Text(until)}, not after it begins at {table.Text(from)}; after midnight hours go on, as in '25:00'.");
        return false;
    }

    private static bool TryTime(this NamedTable table, int column, out double second)
    {
        var text = table.Text(column);
        if (Departure.TryTimeOfDay(text, out second)) return true;
        table.Error(column, text.Length == 0 ? "A time of day is missing." : $"'{NamedTable.Short(text)}' is no time of day; written as '07:30', '24:00' or '25:10'.");
        return false;
    }
}
