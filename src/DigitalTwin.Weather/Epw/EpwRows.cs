using System.Buffers.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Text;

namespace DigitalTwin.Weather.Epw;

/// <summary>Collects the data rows into columns.</summary>
/// <param name="file">The file's name.</param>
/// <param name="problems">Receives mistakes.</param>
/// <param name="errorsBefore">How many errors the list held before this file: other files share it.</param>
internal sealed class EpwRows(string file, ProblemList problems, int errorsBefore)
{
    /// <summary>Files converted from DOE-2 have rows that stop after field 32; the fields after it are then missing.</summary>
    private const int FewestFields = 32;

    private readonly EpwColumn<int>[] times = [new(), new(), new(), new(), new()];
    private readonly EpwColumn<int> lineNumbers = new();
    private readonly EpwColumn<string> flags = new();
    private readonly EpwColumn<string> codes = new();
    private readonly EpwColumn<double>?[] values =
        [.. EpwFieldRule.ByNumber.Select(rule => rule is null ? null : new EpwColumn<double>())];
    private readonly (int Count, int Line, int Column, double Value)[] implausible = new (int, int, int, double)[36];
    private string lastFlags = "", lastCodes = "";
    private int shortRows, firstShortRow, longRows, firstLongRow, refusedRows;

    /// <summary>Takes a data row.</summary>
    public void Take(ReadOnlySpan<byte> line, int number)
    {
        Span<int> clock = stackalloc int[5];
        Span<double> row = stackalloc double[36];
        row.Fill(double.NaN);
        var sound = true;
        int field = 0, at = 0;
        while (at <= line.Length && field < 35)
        {
            var rest = line[at..];
            var comma = rest.IndexOf((byte)',');
            var text = comma < 0 ? rest : rest[..comma];
            field++;
            if (field <= 5) sound &= Clock(field, text.Trim((byte)' '), number, at, ref clock[field - 1]);
            else if (field == 6) lastFlags = Intern(text, lastFlags);
            else if (field == 28) lastCodes = Intern(text.Trim((byte)' '), lastCodes);
            else sound &= Value(field, text.Trim((byte)' '), number, at, ref row[field]);
            at = comma < 0 ? line.Length + 1 : at + comma + 1;
        }
        if (field < FewestFields)
        {
            problems.Error(file, number, line.Length + 1, $"The row has {field} fields; a data row has 35 (or 32, where the last three are left out).");
            refusedRows++;
            return;
        }
        if (field < 35 && shortRows++ == 0) firstShortRow = number;
        if (at <= line.Length && !line[at..].Trim(" ,"u8).IsEmpty && longRows++ == 0) firstLongRow = number;
        if (!sound)
        {
            refusedRows++;
            return;
        }
        for (var i = 0; i < 5; i++) times[i].Add(clock[i]);
        lineNumbers.Add(number);
        flags.Add(lastFlags);
        codes.Add(field >= 28 ? lastCodes : "");
        for (var i = 7; i < row.Length; i++) values[i]?.Add(row[i]);
    }

    /// <summary>The file, after the last row.</summary>
    public EpwFile ToFile(EpwHeaderReader header)
    {
        SayImplausible();
        if (shortRows > 0)
            problems.Note(file, firstShortRow, 0, $"{shortRows} rows have fewer than 35 fields, this the first; what is not there counts as missing.");
        if (longRows > 0)
            problems.Warning(file, firstLongRow, 0, $"{longRows} rows have more than 35 fields, this the first; the surplus is ignored.");

        // A row that was refused leaves a gap; its own sentence says enough.
        var calendar = new EpwSequence(file, refusedRows > 0 ? new ProblemList() : problems, header, times, lineNumbers);
        calendar.Check(hasErrors: problems.ErrorCount > errorsBefore);
        return new EpwFile([.. values.Select(v => v?.ToArray())])
        {
            Location = header.Location,
            DesignConditions = header.DesignConditions,
            TypicalPeriods = header.TypicalPeriods,
            GroundTemperatures = header.GroundTemperatures,
            Calendar = header.Calendar,
            Comment1 = header.Comment1,
            Comment2 = header.Comment2,
            DataPeriods = calendar.Periods,
            RecordsPerHour = header.RecordsPerHour,
            Year = times[0].ToArray(),
            Month = times[1].ToArray(),
            Day = times[2].ToArray(),
            Hour = times[3].ToArray(),
            Minute = times[4].ToArray(),
            EndMinuteOfDay = calendar.EndMinuteOfDay,
            Flags = flags.ToArray(),
            WeatherCodes = codes.ToArray(),
        };
    }

    private static readonly (string Name, int Least, int Most)[] ClockFields =
        [("year", 1, 9999), ("month", 1, 12), ("day", 1, 31), ("hour", 1, 24), ("minute", 0, 60)];

    private bool Clock(int field, ReadOnlySpan<byte> text, int line, int at, ref int value)
    {
        var (name, least, most) = ClockFields[field - 1];
        if (Utf8Parser.TryParse(text, out value, out var used) && used == text.Length && value >= least && value <= most) return true;
        if (Utf8Parser.TryParse(text, out double real, out used) && used == text.Length && double.IsInteger(real) && real >= least && real <= most)
        {
            value = (int)real;
            return true;
        }
        problems.Error(file, line, at + 1, $"The {name} (field {field}) is {TextLines.Quote(text)}; a whole number from {least} to {most} is accepted.");
        return false;
    }

    private bool Value(int field, ReadOnlySpan<byte> text, int line, int at, ref double value)
    {
        if (text.IsEmpty) return true;
        var rule = EpwFieldRule.ByNumber[field]!.Value;
        var number = text[0] == '+' ? text[1..] : text;
        if (!Utf8Parser.TryParse(number, out double read, out var used) || used != number.Length || !double.IsFinite(read))
        {
            var unit = rule.Unit.Length == 0 ? "" : $" in {rule.Unit}";
            problems.Error(file, line, at + 1,
                $"The {rule.Name} (field {field}) is {TextLines.Quote(text)}; a number{unit} is accepted, and {rule.Missing:0.###} or a blank when it is missing.");
            return false;
        }
        if (rule.IsMissing(read)) return true;
        if (!rule.IsPlausible(read))
        {
            ref var seen = ref implausible[field];
            if (seen.Count++ == 0) (seen.Line, seen.Column, seen.Value) = (line, at + 1, read);
            if (!rule.KeepsOutside) return true;
        }
        value = read;
        return true;
    }

    private void SayImplausible()
    {
        for (var field = 0; field < implausible.Length; field++)
        {
            var (count, line, column, value) = implausible[field];
            if (count == 0) continue;
            var rule = EpwFieldRule.ByNumber[field]!.Value;
            var most = rule.Most > 1e9 ? "or more" : $"to {rule.Most:0.###}";
            problems.Warning(file, line, column,
                $"The {rule.Name} (field {field}) is {value:0.###} here and outside {rule.Least:0.###} {most} {rule.Unit} in {count} rows; {(rule.KeepsOutside ? "it is kept" : "it counts as missing")}.");
        }
    }

    /// <summary>The text; most rows repeat the one before, which is then shared.</summary>
    private static string Intern(ReadOnlySpan<byte> text, string last)
    {
        if (text.Length != last.Length) return TextLines.Decode(text);
        for (var i = 0; i < text.Length; i++)
            if (text[i] != last[i]) return TextLines.Decode(text);
        return last;
    }
}

/// <summary>A column that grows.</summary>
internal sealed class EpwColumn<T>
{
    private T[] items = new T[8784];

    public int Count { get; private set; }

    public T this[int index] => items[index];

    public void Add(T item)
    {
        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        items[Count++] = item;
    }

    public T[] ToArray() => items.AsSpan(0, Count).ToArray();
}
