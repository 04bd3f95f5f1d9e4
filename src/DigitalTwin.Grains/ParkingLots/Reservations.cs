using System.Collections.Immutable;
using System.Globalization;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.ParkingLots;

/// <summary>
/// Spaces that are kept for somebody until an instant. Each reservation and each release is a word in the history of the property <c>reservation</c>, written together with the command's
/// outcome, so that they are there again when the twin wakes up.
/// </summary>
internal sealed class Reservations
{
    public const string Property = "reservation";

    /// <summary>The longest reservation: how far back a waking twin has to look.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const int Many = 4096;

    private readonly Dictionary<string, (double Spaces, long Until)> active = new(StringComparer.Ordinal);

    /// <summary>Spaces that are reserved at an instant.</summary>
    public double At(long now) => active.Values.Where(r => r.Until > now).Sum(r => r.Spaces);

    public bool Has(string key, long now) => active.TryGetValue(key, out var found) && found.Until > now;

    /// <summary>The word for a reservation.</summary>
    public static string Word(string key, double spaces, long until) => string.Create(CultureInfo.InvariantCulture, $"reserved {spaces} until {Micros.Instant(until):yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'} as {key}");

    /// <summary>The word for a release.</summary>
    public static string Word(string key) => $"released {key}";

    public void Recall(ImmutableArray<Sample> words)
    {
        active.Clear();
        foreach (var sample in words)
            if (sample.Text is { } word) Take(word);
    }

    /// <summary>Takes a word of the history.</summary>
    public void Take(string word)
    {
        var parts = word.Split(' ', 6);
        if (parts is ["released", _, ..]) active.Remove(word["released ".Length..]);
        else if (parts is ["reserved", var spaces, "until", var until, "as", var key]
                 && double.TryParse(spaces, CultureInfo.InvariantCulture, out var number)
                 && DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            active[key] = (number, Micros.Of(instant));
        if (active.Count > Many) Forget();
    }

    /// <summary>What ended longer before the last one than any lasts is over by every clock.</summary>
    private void Forget()
    {
        var over = active.Values.Max(r => r.Until) - Micros.Of(Longest);
        foreach (var (key, _) in active.Where(r => r.Value.Until <= over).ToList()) active.Remove(key);
    }
}
