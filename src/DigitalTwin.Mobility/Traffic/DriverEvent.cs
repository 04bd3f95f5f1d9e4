namespace DigitalTwin.Mobility.Traffic;

/// <summary>That a car came to stand, or that a trip ended: kept with what the sums over drivers need until those can be made in an order that does not depend on who moved what.</summary>
/// <param name="Slice">When.</param>
/// <param name="Ends">Whether the trip ended; else its car came to stand.</param>
/// <param name="Vehicle">Whose.</param>
/// <param name="Facility">Where the car stands, -1 when the trip ended.</param>
/// <param name="DriveTime">Time on the road until then, s.</param>
internal readonly record struct DriverEvent(long Slice, bool Ends, int Vehicle, int Facility, double DriveTime) : IComparable<DriverEvent>
{
    /// <summary>Slice by slice, first those who came to stand, then those whose trip ended, each by their numbers.</summary>
    public int CompareTo(DriverEvent other)
    {
        var bySlice = Slice.CompareTo(other.Slice);
        if (bySlice != 0) return bySlice;
        return Ends == other.Ends ? Vehicle.CompareTo(other.Vehicle) : Ends.CompareTo(other.Ends);
    }
}
