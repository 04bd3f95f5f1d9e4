using DigitalTwin.Mobility.Parking.Drivers;

namespace DigitalTwin.Mobility.Parking.Choice;

/// <summary>What a driver has to expect of a facility, before tastes weigh it.</summary>
/// <param name="Size">ln of its spaces in hundreds, weighted.</param>
/// <param name="Price">Of the stay, hundredths of the currency.</param>
/// <param name="Walk">m.</param>
/// <param name="WalkSpeed">m/s.</param>
/// <param name="Drive">s.</param>
/// <param name="Search">s.</param>
/// <param name="Queue">s.</param>
/// <param name="Full">Probability that there is no space.</param>
internal readonly record struct Outlook(double Size, long Price, double Walk, double WalkSpeed, double Drive, double Search, double Queue, double Full)
{
    /// <summary>P10, but for the Gumbel draw.</summary>
    public double Utility(in Driver tastes) =>
        Size
        - (tastes.Price * Price / 100)
        - (tastes.Walk * Walk / WalkSpeed)
        - (tastes.Drive * Drive)
        - (tastes.Search * Search)
        - (tastes.Queue * Queue);
}
