namespace DigitalTwin.Mobility.Routing.DayToDay;

/// <summary>One of the days on which drivers learn their ways.</summary>
/// <param name="Day">0 for the first, on which ways are chosen by what is known at departure.</param>
/// <param name="Planned">Trips with a way that they planned the day before, or on the first day took.</param>
/// <param name="Changed">Of those, how many will take another way the next day.</param>
/// <param name="TurnedAway">Drivers who did not get in where they wanted to park first.</param>
/// <param name="Gap">RT6: by how much their ways together took longer than the quickest would have, relative to the quickest.</param>
/// <param name="MeanTime">Mean driving time on their ways, s.</param>
public sealed record DayReport(int Day, int Planned, int Changed, int TurnedAway, double Gap, double MeanTime);
