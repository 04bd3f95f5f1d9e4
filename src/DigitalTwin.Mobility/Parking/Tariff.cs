namespace DigitalTwin.Mobility.Parking;

/// <summary>What a facility charges for a stay.</summary>
/// <param name="Id">Its name: <c>centre</c>.</param>
/// <param name="Title">What the board at the entrance says.</param>
public sealed record Tariff(string Id, DigitalTwin.Numerics.Text.LocalizedText Title);
