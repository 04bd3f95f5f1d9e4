namespace DigitalTwin.Mobility.Parking.Curbs;

/// <summary>Policies as bytes, as a saved state has them.</summary>
internal static class CurbPolicyFormat
{
    // Far more than a scenario sets: what is above is no saved state.
    private const int Most = 1_000_000;

    public static void Write(BinaryWriter writer, IReadOnlyList<CurbPolicy>? policies)
    {
        writer.Write(policies?.Count ?? 0);
        foreach (var policy in policies ?? [])
        {
            writer.Write((int)policy.Activity);
            writer.Write(policy.Priority);
            writer.Write(policy.LongestStay);
            writer.Write(policy.Groups.Count);
            foreach (var group in policy.Groups) writer.Write(group);
            writer.Write(policy.Hours.Count);
            foreach (var (days, from, until) in policy.Hours)
            {
                writer.Write(days);
                writer.Write(from);
                writer.Write(until);
            }
        }
    }

    /// <exception cref="InvalidDataException">These are no policies.</exception>
    public static List<CurbPolicy>? Read(BinaryReader reader)
    {
        var count = Count(reader);
        if (count == 0) return null;
        var policies = new List<CurbPolicy>();
        for (; count > 0; count--)
        {
            var activity = reader.ReadInt32();
            if (activity < 0 || activity >= CurbActivities.Words.Count) throw new InvalidDataException($"The saved state of parking has a policy with activity number {activity}.");
            var (priority, longest) = (reader.ReadInt32(), reader.ReadDouble());
            var groups = new string[Count(reader)];
            for (var i = 0; i < groups.Length; i++) groups[i] = reader.ReadString();
            var hours = new WeekTime[Count(reader)];
            for (var i = 0; i < hours.Length; i++) hours[i] = new(reader.ReadByte(), reader.ReadDouble(), reader.ReadDouble());
            policies.Add(new((CurbActivity)activity) { Priority = priority, LongestStay = longest, Groups = groups, Hours = hours });
        }
        return policies;
    }

    private static int Count(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return count is >= 0 and <= Most ? count : throw new InvalidDataException($"The saved state of parking has a list of {count} entries.");
    }
}
