using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.ParkingLots;

/// <summary>What a parking lot can be told to do. A reservation goes by its command's key.</summary>
internal static class LotCommands
{
    public static readonly string[] All = ["reserve", "release", "open", "close"];

    public static Deed? Do(Twin twin, Reservations reservations, double free, Command command, Draft draft) => command.Name switch
    {
        "reserve" => Reserve(twin, reservations, free, command, draft),
        "release" => Release(twin, reservations, command, draft),
        "open" => SetStatus(twin, "open", command, draft),
        "close" => SetStatus(twin, "closed", command, draft),
        _ => null,
    };

    private static Deed Reserve(Twin twin, Reservations reservations, double free, Command command, Draft draft)
    {
        var spaces = command.Arguments.GetValueOrDefault("spaces", 1);
        var seconds = command.Arguments.GetValueOrDefault("duration", 900);
        if (!(spaces >= 1 && spaces == Math.Floor(spaces))) return Deed.Refused($"'spaces' is {AlertText.Number(spaces)}; a whole number from 1 is accepted.");
        if (!(seconds > 0 && seconds <= Reservations.Longest.TotalSeconds)) return Deed.Refused($"'duration' is {AlertText.Number(seconds)} s; more than 0 and at most {AlertText.Number(Reservations.Longest.TotalSeconds)} s (7 days) are accepted.");
        if (twin.Word("status") == "closed") return Deed.Refused("The lot is closed.");
        if (double.IsNaN(free)) return Deed.Refused("How many spaces are free is not known: neither capacity nor occupancy may be missing.");
        if (free < spaces) return Deed.Refused($"{AlertText.Number(Math.Max(0, free))} spaces are free; {AlertText.Number(spaces)} were asked for.");
        var until = draft.Now + (long)(seconds * 1e6);
        twin.Tell(Reservations.Property, double.NaN, Reservations.Word(command.Key, spaces, until), command.Requester, draft);
        return Deed.Done($"{AlertText.Number(spaces)} {(spaces == 1 ? "space is" : "spaces are")} reserved until {AlertText.Time(until)} as '{command.Key}'.");
    }

    private static Deed Release(Twin twin, Reservations reservations, Command command, Draft draft)
    {
        if (command.Words.GetValueOrDefault("reservation") is not { Length: > 0 } key) return Deed.Refused("'release' needs the word 'reservation': the key of the command that reserved.");
        if (!reservations.Has(key, draft.Now)) return Deed.Refused($"There is no reservation '{Names.Shown(key)}', or it has run out.");
        twin.Tell(Reservations.Property, double.NaN, Reservations.Word(key), command.Requester, draft);
        return Deed.Done($"The reservation '{key}' is given back.");
    }

    private static Deed SetStatus(Twin twin, string status, Command command, Draft draft)
    {
        if (twin.Word("status") == status) return Deed.Done($"'{twin.Asset}' was {status} already.");
        twin.Tell("status", double.NaN, status, command.Requester, draft);
        return Deed.Done($"'{twin.Asset}' is {status}{(command.Words.GetValueOrDefault("reason") is { Length: > 0 } reason ? $": {reason}" : "")}.");
    }
}
