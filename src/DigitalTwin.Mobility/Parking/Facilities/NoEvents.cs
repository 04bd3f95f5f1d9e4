namespace DigitalTwin.Mobility.Parking.Facilities;

/// <summary>For calls that cannot cause events.</summary>
internal sealed class NoEvents : IParkingEvents
{
    public static NoEvents Instance { get; } = new();

    public void Parked(int facility, int driver, double time)
    {
    }

    public void Reneged(int facility, int driver, double time)
    {
    }

    public void Left(int facility, int driver, double time, long paid)
    {
    }
}
