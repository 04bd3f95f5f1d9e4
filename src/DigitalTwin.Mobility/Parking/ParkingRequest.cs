namespace DigitalTwin.Mobility.Parking;

/// <summary>What became of a car that turned up.</summary>
public enum ArrivalOutcome : byte
{
    /// <summary>It is let in; <see cref="IParkingEvents.Parked"/> tells when it stands.</summary>
    Entered,

    /// <summary>It waits before the barrier until it is let in or its patience ends.</summary>
    Queued,

    /// <summary>All spaces that it may use are taken and there is no queue, or the queue is full.</summary>
    Full,

    /// <summary>Closed at this time or by hand.</summary>
    Closed,

    /// <summary>Not for this group at this time, or not for so long.</summary>
    NotPermitted,

    /// <summary>It needs a charger and there is none, or none is free.</summary>
    NoCharger,
}

/// <summary>A car that turns up at a facility.</summary>
/// <param name="Driver">Number of the driver, as the caller counts; below 0 for nobody: no event tells of the car.</param>
/// <param name="Group">Group of the driver, as the model counts its groups.</param>
/// <param name="Dwell">Time it will stay from parking to leaving, s.</param>
/// <param name="Patience">Longest time it waits in the queue, s.</param>
/// <param name="NeedsCharger">Whether only a space with a charger will do.</param>
/// <param name="Energy">Energy wanted from a charger, J; a car that wants some but does not need a charger takes one when it is free.</param>
/// <param name="HasReservation">Whether a space is booked for it.</param>
public readonly record struct ParkingRequest(int Driver, int Group, double Dwell, double Patience, bool NeedsCharger = false, double Energy = 0, bool HasReservation = false);

/// <summary>A car that turns up at a facility at a time.</summary>
/// <param name="Time">s.</param>
/// <param name="Facility">Facility.</param>
/// <param name="Request">Car.</param>
public readonly record struct ParkingArrival(double Time, int Facility, ParkingRequest Request);

/// <summary>Told what happens at a facility, in the order of time.</summary>
public interface IParkingEvents
{
    /// <summary>A car stands on its space.</summary>
    void Parked(int facility, int driver, double time);

    /// <summary>A car left the queue because its patience ended or the facility closed.</summary>
    void Reneged(int facility, int driver, double time);

    /// <summary>A car has passed the exit.</summary>
    /// <param name="facility">Facility.</param>
    /// <param name="driver">Driver.</param>
    /// <param name="time">s.</param>
    /// <param name="paid">What the stay cost, in hundredths of the tariff's currency (fen).</param>
    void Left(int facility, int driver, double time, long paid);
}
