namespace DigitalTwin.Mobility.Parking.Curbs;

/// <summary>What a curb policy permits or forbids, in the words of the Curb Data Specification (Open Mobility Foundation, CDS 1.0, Curbs API, Activities).</summary>
public enum CurbActivity
{
    /// <summary>Cars may be left there; loading and stopping are permitted with it.</summary>
    Parking,

    /// <summary>For loading goods alone: the groups named may stop there, nobody else.</summary>
    Loading,

    /// <summary>For unloading goods alone: as <see cref="Loading"/>.</summary>
    Unloading,

    /// <summary>For picking up and dropping off alone: as <see cref="Loading"/>.</summary>
    Stopping,

    /// <summary>No car may be left there.</summary>
    NoParking,

    /// <summary>No loading, and no parking with it.</summary>
    NoLoading,

    /// <summary>No unloading, and no parking with it.</summary>
    NoUnloading,

    /// <summary>No stopping, loading, unloading or parking.</summary>
    NoStopping,

    /// <summary>A lane for moving vehicles at these times: nobody may stop.</summary>
    Travel,
}

/// <summary>Activities as they are written.</summary>
public static class CurbActivities
{
    /// <summary>The words, in the order of <see cref="CurbActivity"/>.</summary>
    public static IReadOnlyList<string> Words { get; } = ["parking", "loading", "unloading", "stopping", "no parking", "no loading", "no unloading", "no stopping", "travel"];

    /// <summary>The word of an activity.</summary>
    public static string Word(this CurbActivity activity) => Words[(int)activity];

    /// <summary>The activity of a word; false when it is none.</summary>
    public static bool TryParse(string word, out CurbActivity activity)
    {
        activity = 0;
        for (var i = 0; i < Words.Count; i++)
            if (Words[i] == word)
            {
                activity = (CurbActivity)i;
                return true;
            }
        return false;
    }

    /// <summary>Whether it permits something: a time limit belongs to these alone.</summary>
    public static bool Permits(this CurbActivity activity) => activity <= CurbActivity.Stopping;

    /// <summary>Whether bays are kept for it, so that it shuts out whom it does not name.</summary>
    public static bool IsExclusive(this CurbActivity activity) => activity is CurbActivity.Loading or CurbActivity.Unloading or CurbActivity.Stopping;
}
