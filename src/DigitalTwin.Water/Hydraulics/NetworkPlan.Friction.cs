namespace DigitalTwin.Water.Hydraulics;

/// <content>What resists flow in pipes, by place.</content>
internal sealed partial class NetworkPlan
{
    private (double[] Friction, double[] Roughness, double[] Viscosity) PlanFriction()
    {
        var (links, formula) = (Network.Links, Network.Options.HeadLoss);
        var friction = new double[PaddedPipeCount];
        var darcy = formula == HeadLossFormula.DarcyWeisbach;
        var (roughness, viscosity) = (new double[darcy ? PaddedPipeCount : 0], new double[darcy ? PaddedPipeCount : 0]);
        Array.Fill(friction, 1.0);
        Array.Fill(viscosity, 1.0);
        for (var place = 0; place < PipeCount; place++)
        {
            var k = LinkAtPlace[place];
            var (length, diameter, rough) = (links.Length[k], links.Diameter[k], links.Roughness[k]);
            friction[place] = formula switch
            {
                HeadLossFormula.HazenWilliams =>
                    PowerLawFriction.HazenWilliamsExponent * PowerLawFriction.HazenWilliamsResistance(length, diameter, rough),
                HeadLossFormula.ChezyManning => 2 * PowerLawFriction.ManningResistance(length, diameter, rough),
                _ => DarcyWeisbach.Resistance(length, diameter),
            };
            if (!darcy) continue;
            roughness[place] = rough / diameter;
            viscosity[place] = Network.Options.Viscosity * diameter;
        }
        return (friction, roughness, viscosity);
    }
}
