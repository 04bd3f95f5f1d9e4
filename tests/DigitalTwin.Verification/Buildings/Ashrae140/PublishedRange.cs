namespace DigitalTwin.Verification.Buildings.Ashrae140;

/// <summary>What a quantity of a case is compared with: the range of six programs, and the limits that it must keep.</summary>
/// <param name="Case">The case.</param>
/// <param name="Quantity">What.</param>
/// <param name="Least">Least of BSIMAC, CSE, DeST, EnergyPlus, ESP-r, TRNSYS.</param>
/// <param name="Most">Most of them.</param>
/// <param name="From">Lower limit of acceptance, where one is printed; else half the range's width below it.</param>
/// <param name="To">Upper limit, likewise.</param>
internal sealed record PublishedRange(string Case, string Quantity, double Least, double Most, double From, double To)
{
    /// <summary>
    /// Where no limit of acceptance was published (peaks, temperatures), half of the range's width is allowed on either side: the least that the printed limits allow case 600 (3.993 to 4.504 MWh of heating there is accepted from 3.75).
    /// </summary>
    public static PublishedRange Around(string @case, string quantity, double least, double most) =>
        new(@case, quantity, least, most, least - (0.5 * (most - least)), most + (0.5 * (most - least)));

    public bool IsInRange(double value) => value >= Least - 0.0005 && value <= Most + 0.0005;

    public bool IsAccepted(double value) => value >= From - 0.0005 && value <= To + 0.0005;
}
