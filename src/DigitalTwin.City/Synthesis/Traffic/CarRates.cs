namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>
/// Cars a day by what brings them, and how many of them stand at once at the fullest time: the numbers of <c>rates.csv</c>, from which lots are sized too. All of them are invented to give a district of Wuhan's
/// density plausible peaks; a planner replaces the file.
/// </summary>
internal static class CarRates
{
    /// <summary>Cars driven to work per job, those that commute out of the homes here per person.</summary>
    public const double WorkPerJob = 0.24, WorkPerPerson = 0.035;

    /// <summary>Cars that come home in the evening from outside, and leave in the morning, per person: those without a space of their own in their estate.</summary>
    public const double HomePerPerson = 0.034;

    /// <summary>Cars of shoppers, and of those who eat out or see a film, per 100 m² of shops.</summary>
    public const double ShoppingPerArea = 1.5, LeisurePerArea = 0.45;

    /// <summary>Cars on business per job.</summary>
    public const double BusinessPerJob = 0.03;

    /// <summary>Cars of patients and visitors per bed.</summary>
    public const double HospitalPerBed = 1.6;

    /// <summary>Of a day's cars, those that stand at the fullest time: it follows from when they come and how long they stay.</summary>
    public const double WorkStanding = 0.85, HomeStanding = 0.95, ShoppingStanding = 0.19, LeisureStanding = 0.25, BusinessStanding = 0.18, HospitalStanding = 0.33, RidersStanding = 0.95;
}
